import {
  type CustomerOrder,
  type CustomerSummary,
  type CustomerTicket,
  customerOrderSchema,
  customerSummarySchema,
  customerTicketSchema,
  type PastCall,
  pastCallSchema,
} from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

/** Columns of `customers` (alias `c`) that {@link parseSummaries} reads. */
export function summaryColumns(db: Queryable) {
  return db`c.id as customer_id, c.name, c.email, c.phone, c.status`;
}

/** Reads rows of {@link summaryColumns}. */
export function parseSummaries(rows: unknown): CustomerSummary[] {
  return z.array(customerSummarySchema).parse(rows);
}

const isoTime = z.date().transform((date) => date.toISOString());

const orderRowSchema = z
  .object({ placedAt: isoTime, expectedAt: isoTime.nullable(), cents: z.number() })
  .loose();

/** Reads rows of `orders`. */
export function parseOrders(rows: readonly unknown[]): CustomerOrder[] {
  return rows.map((row) => {
    const { cents, currency, ...order } = orderRowSchema.parse(row);
    return customerOrderSchema.parse({ ...order, total: { cents, currency } });
  });
}

const ticketRowSchema = z.object({ openedAt: isoTime }).loose();

/** Reads rows of `tickets`. */
export function parseTickets(rows: readonly unknown[]): CustomerTicket[] {
  return rows.map((row) => customerTicketSchema.parse(ticketRowSchema.parse(row)));
}

const callRowSchema = z.object({ startedAt: isoTime }).loose();

/** Reads rows of calls that are over. */
export function parsePastCalls(rows: readonly unknown[]): PastCall[] {
  return rows.map((row) => pastCallSchema.parse(callRowSchema.parse(row)));
}
