import * as z from 'zod';
import { CUSTOMER_ID, ORDER_NUMBER } from './directory-ids.ts';
import { callIdSchema } from './ids.ts';
import { dispositionSchema } from './statuses.ts';
import { singleLine } from './text.ts';

const isoTime = z.iso.datetime({ offset: true });

/** Id of a customer in the directory. */
export const customerIdSchema = z.string().regex(CUSTOMER_ID);
export type CustomerId = z.infer<typeof customerIdSchema>;

/** Number of an order. */
export const orderNumberSchema = z.string().regex(ORDER_NUMBER);
export type OrderNumber = z.infer<typeof orderNumberSchema>;

/** `past-due`: a payment is missing; `paused`: by the customer's wish. */
export const accountStatusSchema = z.enum(['active', 'past-due', 'paused', 'closed']);
export type AccountStatus = z.infer<typeof accountStatusSchema>;

export const orderStatusSchema = z.enum([
  'processing',
  'shipped',
  'delayed',
  'delivered',
  'returned',
  'refunded',
  'cancelled',
]);
export type OrderStatus = z.infer<typeof orderStatusSchema>;

export const ticketStatusSchema = z.enum(['open', 'pending', 'closed']);
export type TicketStatus = z.infer<typeof ticketStatusSchema>;

/** An amount of money in the currency's smallest unit (cents), with its ISO 4217 code. */
export const moneySchema = z.object({ cents: z.number().int(), currency: z.string().length(3) });
export type Money = z.infer<typeof moneySchema>;

/** A customer in a list. */
export const customerSummarySchema = z.object({
  customerId: customerIdSchema,
  name: z.string(),
  email: z.string().nullable(),
  /** E.164. */
  phone: z.string().nullable(),
  status: accountStatusSchema,
});
export type CustomerSummary = z.infer<typeof customerSummarySchema>;

/** Something bought, or one payment of a subscription. */
export const customerOrderSchema = z.object({
  orderNumber: orderNumberSchema,
  status: orderStatusSchema,
  /** What was bought, in words. */
  summary: z.string(),
  total: moneySchema,
  placedAt: isoTime,
  /** When it should arrive; null when nothing is sent. */
  expectedAt: isoTime.nullable(),
});
export type CustomerOrder = z.infer<typeof customerOrderSchema>;

export const customerTicketSchema = z.object({
  ticketNumber: z.string(),
  subject: z.string(),
  status: ticketStatusSchema,
  openedAt: isoTime,
  orderNumber: orderNumberSchema.nullable(),
});
export type CustomerTicket = z.infer<typeof customerTicketSchema>;

/** A call before this one. `disposition` is null while it is not wrapped up. */
export const pastCallSchema = z.object({
  callId: callIdSchema,
  startedAt: isoTime,
  durationMs: z.number().int().min(0),
  agentName: z.string().nullable(),
  disposition: dispositionSchema.nullable(),
});
export type PastCall = z.infer<typeof pastCallSchema>;

/** `GET /api/customers/{id}`: all that the agent's card shows. Lists are newest first. */
export const customerRecordSchema = customerSummarySchema.extend({
  customerSince: isoTime,
  lifetimeValue: moneySchema,
  /** The 10 newest, and older ones that the call is about. */
  orders: z.array(customerOrderSchema),
  /** Open and pending ones, at most 10. */
  tickets: z.array(customerTicketSchema),
  /** Calls that are over, at most 5. */
  calls: z.array(pastCallSchema),
});
export type CustomerRecord = z.infer<typeof customerRecordSchema>;

/** What of a customer a search matched. */
export const customerHitSchema = z.object({
  customer: customerSummarySchema,
  matched: z.enum(['name', 'email', 'phone', 'order-number']),
  /** The order that matched; null when something else did. */
  orderNumber: orderNumberSchema.nullable(),
});
export type CustomerHit = z.infer<typeof customerHitSchema>;

/** `GET /api/customers/search?query=&page=`, best match first. `page` counts from 1. */
export const customerSearchPageSchema = z.object({
  hits: z.array(customerHitSchema),
  total: z.number().int().min(0),
  page: z.number().int().positive(),
  pageSize: z.number().int().positive(),
});
export type CustomerSearchPage = z.infer<typeof customerSearchPageSchema>;

/** Query of the search; 2–100 characters. */
export const customerSearchQuerySchema = z.object({
  query: singleLine('something to search for', 100).min(2, 'Enter at least 2 characters.'),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});
export type CustomerSearchQuery = z.infer<typeof customerSearchQuerySchema>;

/** `POST /api/customers`: a customer without record. At least one way to reach them. */
export const newCustomerSchema = z
  .object({
    name: singleLine('the name', 80),
    email: z
      .string()
      .trim()
      .max(120, 'Use at most 120 characters for the e-mail address.')
      .pipe(z.union([z.literal(''), z.email('This is not an e-mail address.')]))
      .default(''),
    phone: z.string().trim().max(40, 'Use at most 40 characters for the phone.').default(''),
  })
  .refine(({ email, phone }) => email !== '' || phone !== '', {
    path: ['email'],
    message: 'Enter an e-mail address or a phone number.',
  });
export type NewCustomer = z.infer<typeof newCustomerSchema>;

/** `PUT /api/calls/{id}/customer`: the agent says whose record belongs to the call; null: nobody's. */
export const linkCustomerRequestSchema = z.object({ customerId: customerIdSchema.nullable() });
export type LinkCustomerRequest = z.infer<typeof linkCustomerRequestSchema>;

/**
 * Events of `GET /api/calls/{id}/customer` (SSE): whose record belongs to the call. `record` null and
 * no candidates: nobody of that name or contact is known. Null in place of it all: the directory
 * cannot be read now, and is asked again.
 */
export const callCustomerSchema = z.object({
  /**
   * `match`: found by what the customer entered; `agent`: chosen by hand, without a record: nobody's.
   * Null while nobody has said whose it is.
   */
  linkedBy: z.enum(['match', 'agent']).nullable(),
  record: customerRecordSchema.nullable(),
  /** At most 5, likeliest first; empty when a record is linked. */
  candidates: z.array(customerSummarySchema),
});
export type CallCustomer = z.infer<typeof callCustomerSchema>;
