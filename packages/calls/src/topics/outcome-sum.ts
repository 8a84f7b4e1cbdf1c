import type { CallFacts } from '../facts/call-facts.ts';

/** A number that adds up over calls, of one outcome or of all. */
export interface OutcomeSum {
  /** What one call adds. */
  of: (facts: CallFacts) => number;
  /** The same over rows `f` of `call_facts`. */
  sql: string;
}

/** An order of the directory was named in the call; over rows `f`. */
export const IS_ORDER_NAMED = 'f.orders_named > 0';

/** Every sum over calls that is kept by outcome, by name; all are counts. */
export const outcomeSums = {
  calls: { of: () => 1, sql: 'count(*)' },
  answered: {
    of: ({ answeredAt }) => Number(answeredAt !== null),
    sql: 'count(*) filter (where f.answered_at is not null)',
  },
  withOrders: {
    of: ({ ordersNamed }) => Number(ordersNamed > 0),
    sql: `count(*) filter (where ${IS_ORDER_NAMED})`,
  },
  orders: { of: ({ ordersNamed }) => ordersNamed, sql: 'coalesce(sum(f.orders_named), 0)' },
} as const satisfies Record<string, OutcomeSum>;

/** Names a sum over calls that is kept by outcome. */
export type OutcomeSumId = keyof typeof outcomeSums;
/** Every sum over some calls that is kept by outcome. */
export type OutcomeSums = Record<OutcomeSumId, number>;
/** The names of the sums that are kept by outcome, in their order. */
export const outcomeSumIds = Object.keys(outcomeSums) as readonly OutcomeSumId[];
