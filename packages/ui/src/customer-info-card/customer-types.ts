import type {
  CustomerHit as DirectoryHit,
  CustomerOrder as DirectoryOrder,
  CustomerRecord as DirectoryRecord,
  CustomerSummary as DirectorySummary,
  CustomerTicket as DirectoryTicket,
  PastCall as EndedCall,
  PlainIds,
} from '@agent/protocol';

/** A customer in a list. */
export type CustomerSummary = PlainIds<DirectorySummary>;

/** Something bought, or one payment of a subscription. */
export type CustomerOrder = PlainIds<DirectoryOrder>;

/** A request of a customer, open until it is settled. */
export type CustomerTicket = PlainIds<DirectoryTicket>;

/** A call before this one. */
export type PastCall = PlainIds<EndedCall>;

/** All that the agent's card shows. */
export type CustomerRecord = PlainIds<DirectoryRecord>;

/** What of a customer a search matched. */
export type CustomerHit = PlainIds<DirectoryHit>;
