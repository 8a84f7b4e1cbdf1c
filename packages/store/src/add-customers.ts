import type { CustomerOrder, CustomerRecord, CustomerTicket } from '@agent/protocol';
import { z } from 'zod';
import { inTransaction, type Queryable, type Transaction } from './connect.ts';

/** A customer with its history, as it comes from elsewhere. */
export type CustomerToAdd = Omit<CustomerRecord, 'calls'>;

/**
 * Adds those customers whose id, e-mail and phone nobody has yet, with their orders and tickets.
 * Changes nothing that exists. Returns how many were added.
 */
export async function addCustomers(
  db: Queryable,
  customers: readonly CustomerToAdd[],
): Promise<number> {
  return inTransaction(db, async (tx) => {
    const added = await insertCustomers(tx, customers);
    const isAdded = ({ customerId }: CustomerToAdd) => added.has(customerId);
    await insertOrders(tx, customers.filter(isAdded));
    await insertTickets(tx, customers.filter(isAdded));
    return added.size;
  });
}

async function insertCustomers(
  tx: Transaction,
  customers: readonly CustomerToAdd[],
): Promise<ReadonlySet<string>> {
  if (customers.length === 0) return new Set();
  const rows = customers.map(({ customerId, lifetimeValue, ...customer }) => ({
    id: customerId,
    name: customer.name,
    email: customer.email,
    phone: customer.phone,
    status: customer.status,
    lifetimeValueCents: lifetimeValue.cents,
    currency: lifetimeValue.currency,
    customerSince: customer.customerSince,
  }));
  const added = await tx`
    insert into customers ${tx(rows)} on conflict do nothing returning id`;
  return new Set(
    z
      .array(z.object({ id: z.string() }))
      .parse(added)
      .map(({ id }) => id),
  );
}

async function insertOrders(tx: Transaction, customers: readonly CustomerToAdd[]) {
  const rows = customers.flatMap(({ customerId, orders }) =>
    orders.map((order) => orderRow(customerId, order)),
  );
  if (rows.length > 0) await tx`insert into orders ${tx(rows)} on conflict do nothing`;
}

function orderRow(customerId: string, { orderNumber, total, ...order }: CustomerOrder) {
  return {
    number: orderNumber,
    customerId,
    status: order.status,
    summary: order.summary,
    totalCents: total.cents,
    currency: total.currency,
    placedAt: order.placedAt,
    expectedAt: order.expectedAt,
  };
}

async function insertTickets(tx: Transaction, customers: readonly CustomerToAdd[]) {
  const rows = customers.flatMap(({ customerId, tickets }) =>
    tickets.map((ticket) => ticketRow(customerId, ticket)),
  );
  if (rows.length > 0) await tx`insert into tickets ${tx(rows)} on conflict do nothing`;
}

function ticketRow(customerId: string, ticket: CustomerTicket) {
  return {
    number: ticket.ticketNumber,
    customerId,
    subject: ticket.subject,
    status: ticket.status,
    openedAt: ticket.openedAt,
    orderNumber: ticket.orderNumber,
  };
}
