import type { Conversation } from '@agent/playbook';
import {
  type CustomerOrder,
  type CustomerRecord,
  type CustomerTicket,
  firstName,
  type Money,
  type OrderNumber,
} from '@agent/protocol';
import { plainText } from './plain-text.ts';

/** Of the newest; those that were named come besides. */
const MAX_ORDERS = 5;
const MAX_TICKETS = 3;
const MAX_NAME_LENGTH = 40;
const MAX_LINE_LENGTH = 120;

/**
 * What a model may know of the customer: no last name, e-mail, phone or address. A caller who is not
 * verified is called as they call themselves: the record's name may be somebody else's.
 */
export function customerForModel(conversation: Conversation) {
  const { customerName, record, isVerified, namedOrders } = conversation;
  return {
    firstName: shortName((isVerified ? record?.name : null) ?? customerName),
    verified: isVerified,
    record: record ? recordForModel(record, namedOrders) : null,
  };
}

function recordForModel(
  { status, customerSince, orders, tickets, calls }: CustomerRecord,
  namedOrders: readonly OrderNumber[],
) {
  const isTold = ({ orderNumber }: CustomerOrder, index: number) =>
    index < MAX_ORDERS || namedOrders.includes(orderNumber);
  return {
    accountStatus: status,
    customerSince: day(customerSince),
    orders: orders.filter(isTold).map(orderForModel),
    tickets: tickets.slice(0, MAX_TICKETS).map(ticketForModel),
    callsBefore: calls.length,
  };
}

function orderForModel({ orderNumber, status, summary, total, ...dates }: CustomerOrder) {
  return {
    orderNumber,
    status,
    summary: plainText(summary, MAX_LINE_LENGTH),
    total: amount(total),
    placed: day(dates.placedAt),
    expected: dates.expectedAt === null ? null : day(dates.expectedAt),
  };
}

function ticketForModel({ ticketNumber, subject, status, orderNumber }: CustomerTicket) {
  return { ticketNumber, subject: plainText(subject, MAX_LINE_LENGTH), status, orderNumber };
}

function shortName(name: string | null): string | null {
  return firstName(plainText(name ?? '', MAX_NAME_LENGTH)) || null;
}

function amount({ cents, currency }: Money): string {
  return `${(cents / 100).toFixed(2)} ${currency}`;
}

function day(isoTime: string): string {
  return isoTime.slice(0, 'YYYY-MM-DD'.length);
}
