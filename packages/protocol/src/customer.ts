import * as v from 'valibot';
import { customerId, orderNumber } from './directory-ids.ts';
import { callId } from './ids.ts';
import { isoTime, wholeNumber } from './values.ts';

/** `past-due`: a payment is missing; `paused`: by the customer's wish. */
const accountStatus = v.picklist(['active', 'past-due', 'paused', 'closed']);
/** Whether a customer's account is in use, and what keeps it from that. */
export type AccountStatus = v.InferOutput<typeof accountStatus>;

const orderStatus = v.picklist([
  'processing',
  'shipped',
  'delayed',
  'delivered',
  'returned',
  'refunded',
  'cancelled',
]);
/** How far an order is on its way to the customer, or back. */
export type OrderStatus = v.InferOutput<typeof orderStatus>;

const ticketStatus = v.picklist(['open', 'pending', 'closed']);
/** `pending`: something is awaited from the customer or from elsewhere. */
export type TicketStatus = v.InferOutput<typeof ticketStatus>;

/** An amount of money in the currency's smallest unit (cents), with its ISO 4217 code. */
const money = v.object({
  cents: v.pipe(v.number(), v.safeInteger()),
  currency: v.pipe(v.string(), v.length(3)),
});
/** An amount in the currency's smallest unit, exact, with its ISO 4217 code. */
export type Money = v.InferOutput<typeof money>;

/** A customer in a list. */
export const customerSummary = v.object({
  customerId,
  name: v.string(),
  email: v.nullable(v.string()),
  /** E.164. */
  phone: v.nullable(v.string()),
  status: accountStatus,
});
/** What tells one customer from another: name, ways to reach them, state of the account. */
export type CustomerSummary = v.InferOutput<typeof customerSummary>;

/** Something bought, or one payment of a subscription. */
export const customerOrder = v.object({
  orderNumber,
  status: orderStatus,
  /** What was bought, in words. */
  summary: v.string(),
  total: money,
  placedAt: isoTime,
  /** When it should arrive; null when nothing is sent. */
  expectedAt: v.nullable(isoTime),
});
/** Something bought, or one payment of a subscription, as the directory has it now. */
export type CustomerOrder = v.InferOutput<typeof customerOrder>;

/** A request of a customer, open until it is settled. */
export const customerTicket = v.object({
  ticketNumber: v.string(),
  subject: v.string(),
  status: ticketStatus,
  openedAt: isoTime,
  orderNumber: v.nullable(orderNumber),
});
/** A request with its state and, where it is about one, its order. */
export type CustomerTicket = v.InferOutput<typeof customerTicket>;

/**
 * A call before this one. `disposition` is null while it is not wrapped up, `agentName` when nobody
 * answered it.
 */
export const pastCall = v.object({
  callId,
  startedAt: isoTime,
  durationMs: wholeNumber,
  agentName: v.nullable(v.string()),
  disposition: v.nullable(v.string()),
  /** The outcome in words. Left out by directories that know no more than its name. */
  outcomeLabel: v.optional(v.nullable(v.string())),
  /** `system`: nobody finished its wrap-up. Left out by directories that do not know. */
  closedBy: v.optional(v.nullable(v.picklist(['agent', 'system']))),
});
/** When the customer called before, for how long, with whom and how it turned out. */
export type PastCall = v.InferOutput<typeof pastCall>;

/** All that the agent's card shows. Lists are newest first. */
export const customerRecord = v.object({
  ...customerSummary.entries,
  customerSince: isoTime,
  lifetimeValue: money,
  /** The 10 newest, and older ones that the call is about. */
  orders: v.array(customerOrder),
  /** Open and pending ones, at most 10. */
  tickets: v.array(customerTicket),
  /** Calls that are over, at most 5. */
  calls: v.array(pastCall),
});
/** Customer with orders, tickets and calls, each newest first and bounded. */
export type CustomerRecord = v.InferOutput<typeof customerRecord>;

/** What of a customer a search matched. */
export const customerHit = v.object({
  customer: customerSummary,
  matched: v.picklist(['name', 'email', 'phone', 'order-number']),
  /** The order that matched; null when something else did. */
  orderNumber: v.nullable(orderNumber),
});
/** A customer that a search found, and by what. */
export type CustomerHit = v.InferOutput<typeof customerHit>;
