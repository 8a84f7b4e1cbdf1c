import {
  type CustomerId,
  type CustomerOrder,
  type CustomerRecord,
  type CustomerTicket,
  customerIdSchema,
} from '@agent/protocol';
import { z } from 'zod';
import { inTransaction, type Queryable, type Transaction } from '../database/connect.ts';

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
  const rows = customers.map(({ customerId, lifetimeValue, ...customer }) => ({
    id: customerId,
    name: customer.name,
    email: customer.email,
    phone: customer.phone,
    status: customer.status,
    lifetime_value_cents: lifetimeValue.cents,
    currency: lifetimeValue.currency,
    customer_since: customer.customerSince,
  }));
  const added = await tx`
    insert into customers
      (id, name, email, phone, status, lifetime_value_cents, currency, customer_since)
    select id, name, email, phone, status, lifetime_value_cents, currency, customer_since
    from jsonb_populate_recordset(null::customers, ${JSON.stringify(rows)})
    on conflict do nothing returning id`;
  return new Set(
    z
      .array(z.object({ id: customerIdSchema }))
      .parse(added)
      .map(({ id }) => id),
  );
}

async function insertOrders(tx: Transaction, customers: readonly CustomerToAdd[]) {
  const rows = customers.flatMap(({ customerId, orders }) =>
    orders.map((order) => orderRow(customerId, order)),
  );
  await tx`
    insert into orders
      (number, customer_id, status, summary, total_cents, currency, placed_at, expected_at)
    select number, customer_id, status, summary, total_cents, currency, placed_at, expected_at
    from jsonb_populate_recordset(null::orders, ${JSON.stringify(rows)}) on conflict do nothing`;
}

function orderRow(customerId: CustomerId, { orderNumber, total, ...order }: CustomerOrder) {
  return {
    number: orderNumber,
    customer_id: customerId,
    status: order.status,
    summary: order.summary,
    total_cents: total.cents,
    currency: total.currency,
    placed_at: order.placedAt,
    expected_at: order.expectedAt,
  };
}

async function insertTickets(tx: Transaction, customers: readonly CustomerToAdd[]) {
  const rows = customers.flatMap(({ customerId, tickets }) =>
    tickets.map((ticket) => ticketRow(customerId, ticket)),
  );
  await tx`
    insert into tickets (number, customer_id, subject, status, opened_at, order_number)
    select number, customer_id, subject, status, opened_at, order_number
    from jsonb_populate_recordset(null::tickets, ${JSON.stringify(rows)}) on conflict do nothing`;
}

function ticketRow(customerId: CustomerId, ticket: CustomerTicket) {
  return {
    number: ticket.ticketNumber,
    customer_id: customerId,
    subject: ticket.subject,
    status: ticket.status,
    opened_at: ticket.openedAt,
    order_number: ticket.orderNumber,
  };
}
