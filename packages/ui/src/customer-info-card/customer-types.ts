import type {
  customerHit,
  customerOrder,
  customerRecord,
  customerSummary,
  customerTicket,
  pastCall,
} from '@agent/protocol';
import type * as v from 'valibot';

/** A customer in a list. Its id and all others here are plain texts: every desk has its own. */
export type CustomerSummary = v.InferInput<typeof customerSummary>;

/** Something bought, or one payment of a subscription. */
export type CustomerOrder = v.InferInput<typeof customerOrder>;

/** A request of a customer, open until it is settled. */
export type CustomerTicket = v.InferInput<typeof customerTicket>;

/** A call before this one. */
export type PastCall = v.InferInput<typeof pastCall>;

/** All that the agent's card shows. */
export type CustomerRecord = v.InferInput<typeof customerRecord>;

/** What of a customer a search matched. */
export type CustomerHit = v.InferInput<typeof customerHit>;
