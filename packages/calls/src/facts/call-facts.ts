import type { CallId, CustomerId, QueueId, UserId } from '@agent/protocol';

/**
 * How far a call has come for the figures. `open`: it waits for its first answer; `answered`: somebody
 * took it, be it active or over; `short-abandoned`: left before {@link SHORT_ABANDON_MS}.
 */
export type FactOutcome = 'open' | 'answered' | 'abandoned' | 'short-abandoned';

/** Who leaves sooner was never really waiting: such calls are in no rate. */
export const SHORT_ABANDON_MS = 5_000;

/**
 * All that the figures need of a call: one narrow row, worked out of its own log and its row. Durations in
 * milliseconds; null where the question has no answer (yet). A call counts in the period of `queuedAt`.
 */
export interface CallFacts {
  callId: CallId;
  queueId: QueueId;
  /** Who had it last; null when nobody answered. */
  agentId: UserId | null;
  customerId: CustomerId | null;
  queuedAt: Date;
  /** The first answer. */
  answeredAt: Date | null;
  endedAt: Date | null;
  /** The end of wrap-up. */
  closedAt: Date | null;
  outcome: FactOutcome;
  isTranscribed: boolean;
  /** Whether it was answered within the target that its queue had then. */
  inTarget: boolean;
  /** Whether it waited longer than that target, answered or not; who left at once did not wait. */
  overTarget: boolean;
  /** From queueing to the first answer, or to being gone; null while it waits. */
  waitMs: number | null;
  /** How long the offer that was taken first rang. */
  ringMs: number | null;
  offers: number;
  offersDeclined: number;
  offersExpired: number;
  /** Talk without holds and waits for another agent. Null until the talk is over. */
  talkMs: number | null;
  holdMs: number | null;
  holds: number;
  /** Null until closed. */
  wrapUpMs: number | null;
  closedBy: 'agent' | 'system' | null;
  /**
   * From queueing to the agent's first words or first chat message; without a transcript to the answer.
   * Null when nobody answered or no word was heard.
   */
  firstResponseMs: number | null;
  disposition: string | null;
  /** Whether that outcome counts as resolved; null without one, and for one that the system chose. */
  resolves: boolean | null;
  /** 1 to 5. */
  rating: number | null;
  /** Sum and number of the customer's scored lines (−1 to 1 each), and the means at both ends. */
  sentimentSum: number;
  sentimentLines: number;
  sentimentStart: number | null;
  sentimentEnd: number | null;
  helpRequests: number;
  ordersNamed: number;
  /** Suggestions by what became of them; `unseen`: expired within {@link UNSEEN_MS}, in no rate. */
  suggestions: SuggestionCounts;
  /** The same by card of the playbook. */
  cards: readonly CardFacts[];
}

/** Nobody reads a card that is gone sooner. */
export const UNSEEN_MS = 3_000;

/** What became of suggestions. `offered` counts all of them, the others are parts of it. */
export interface SuggestionCounts {
  offered: number;
  accepted: number;
  edited: number;
  dismissed: number;
  markedWrong: number;
  /** Expired after it could be read. */
  expired: number;
  /** Expired before it could be read. */
  unseen: number;
}

/** What became of a card's suggestions in a call. */
export interface CardFacts extends SuggestionCounts {
  cardId: string;
}
