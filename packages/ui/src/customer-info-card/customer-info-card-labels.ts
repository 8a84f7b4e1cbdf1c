import type { AccountStatus, OrderStatus, TicketStatus } from '@agent/protocol';
import { formatClock } from '../format/clock.ts';
import { formatDays } from '../format/relative-time.ts';

/** Words for the states of accounts, orders, tickets and calls. */
export interface CustomerStateWords {
  account: Record<AccountStatus, string>;
  order: Record<OrderStatus, string>;
  ticket: Record<TicketStatus, string>;
  /**
   * Calls without an outcome: `open`: nobody has said how it turned out; `unanswered`: nobody took the
   * call; `unfinished`: closed by the system.
   */
  disposition: Record<'open' | 'unanswered' | 'unfinished', string>;
}
/** English words for the states of accounts, orders, tickets and calls. */
export const defaultCustomerStateWords: CustomerStateWords = {
  account: { active: 'Active', 'past-due': 'Payment missing', paused: 'Paused', closed: 'Closed' },
  order: {
    processing: 'Being prepared',
    shipped: 'On its way',
    delayed: 'Delayed',
    delivered: 'Delivered',
    returned: 'Returned',
    refunded: 'Refunded',
    cancelled: 'Cancelled',
  },
  ticket: { open: 'Open', pending: 'Waiting', closed: 'Closed' },
  disposition: {
    open: 'Not wrapped up',
    unanswered: 'Not answered',
    unfinished: 'Closed by the system',
  },
};

/** Strings of a `CustomerInfoCard`. */
export interface CustomerInfoCardLabels {
  name: string;
  contact: string;
  loading: string;
  errorTitle: string;
  errorDescription: string;
  retry: string;
  noRecord: string;
  find: string;
  change: string;
  linked: Record<'email' | 'phone' | 'agent', string>;
  unverified: string;
  /** What that means, and what to do. */
  unverifiedDescription: string;
  confirm: string;
  email: string;
  phone: string;
  customerSince: string;
  lifetimeValue: string;
  orders: string;
  noOrders: string;
  tickets: string;
  noTickets: string;
  calls: string;
  noCalls: string;
  mentioned: string;
  due: string;
  /** By how much an order is late, in the card's `locale`. */
  late: (latenessMs: number, locale: string) => string;
  placed: string;
  opened: string;
  showAll: (count: number) => string;
  showFewer: string;
  /** How long a call took. */
  duration: (durationMs: number) => string;
  withAgent: (agentName: string) => string;
  /** What a screen reader says when the record has changed. */
  updated: string;
  words: CustomerStateWords;
}
/** English words of the card of a customer; `labels` replaces them one by one. */
export const defaultCustomerInfoCardLabels: CustomerInfoCardLabels = {
  name: 'Customer',
  contact: 'Contact',
  loading: 'Loading the customer',
  errorTitle: 'The record could not be loaded',
  errorDescription: 'The call goes on. Try again to see orders and tickets.',
  retry: 'Try again',
  noRecord: 'No record is linked to this call.',
  find: 'Find or create',
  change: 'Change',
  linked: { email: 'Matched by e-mail', phone: 'Matched by phone', agent: 'Chosen by you' },
  unverified: 'Not verified',
  unverifiedDescription:
    'Anybody can give this contact. Ask something that only this customer knows before you tell or change anything.',
  confirm: 'Confirm',
  email: 'E-mail',
  phone: 'Phone',
  customerSince: 'Customer since',
  lifetimeValue: 'Lifetime value',
  orders: 'Orders',
  noOrders: 'No orders',
  tickets: 'Open tickets',
  noTickets: 'No open tickets',
  calls: 'Last calls',
  noCalls: 'First call',
  mentioned: 'Mentioned',
  due: 'due',
  late: (latenessMs, locale) => `${formatDays(latenessMs, locale)} late`,
  placed: 'Placed',
  opened: 'Opened',
  showAll: (count) => `Show all ${count}`,
  showFewer: 'Show fewer',
  duration: formatClock,
  withAgent: (agentName) => `with ${agentName}`,
  updated: 'The customer’s record has changed.',
  words: defaultCustomerStateWords,
};
