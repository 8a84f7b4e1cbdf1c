import type {
  CallEventData,
  CustomerId,
  ModelStatus,
  ModelTrouble,
  OrderNumber,
  SegmentId,
  Suggestion,
  SuggestionDensity,
  SuggestionDraft,
  SuggestionExpiry,
} from '@agent/protocol';

/** What became of a suggestion. */
export type SuggestionFate =
  | { state: 'open' }
  | { state: 'accepted'; how: 'chat' | 'said' }
  | { state: 'edited'; text: string }
  | { state: 'dismissed' }
  | { state: 'marked-wrong' }
  | { state: 'expired'; reason: SuggestionExpiry | 'call-ended' | 'agent-left' };

/** A suggestion of the log. Times are milliseconds since the call was answered. */
export interface OfferedSuggestion extends Suggestion {
  seq: number;
  offeredAtMs: number;
  fate: SuggestionFate;
  /** In which place of the panel it was put, from the top (0). */
  place: number;
  /** When it stopped being open; null while it is. */
  settledAtMs: number | null;
}

/** How one customer segment sounds. */
export type ScoredSentiment = CallEventData<'sentiment.scored'> & { seq: number };

/** The agent was told that the customer is upset. */
export type SentimentAlert = CallEventData<'sentiment.alerted'> & { seq: number; atMs: number };

/** The part of a call's state that only people with an account are told. */
export interface AssistState {
  /** In the order offered. */
  suggestions: readonly OfferedSuggestion[];
  /** The suggestion that is being written; there is one at most. */
  draft: SuggestionDraft | null;
  density: SuggestionDensity;
  model: { status: ModelStatus; reason: ModelTrouble | null };
  sentiment: ReadonlyMap<SegmentId, ScoredSentiment>;
  alerts: readonly SentimentAlert[];
  /** Whose record belongs to the call; null without one. */
  customerId: CustomerId | null;
  /** Whether the agent says so; a match by contact proves nothing of who calls. */
  isCustomerVerified: boolean;
  /** Orders named in the talk, in the order first named. */
  mentionedOrders: readonly OrderNumber[];
  /** Whose each of them is. */
  orderOwners: ReadonlyMap<OrderNumber, CustomerId>;
  /** Where each of them was named first. */
  orderSegments: ReadonlyMap<OrderNumber, SegmentId>;
  /** What a model wrote of the call; null until then, and where no model may. */
  summary: CallEventData<'call.summarised'> | null;
}

/** Nothing has been suggested yet. */
export const emptyAssistState: AssistState = Object.freeze<AssistState>({
  suggestions: [],
  draft: null,
  density: 'all',
  model: { status: 'none', reason: null },
  sentiment: new Map(),
  alerts: [],
  customerId: null,
  isCustomerVerified: false,
  mentionedOrders: [],
  orderOwners: new Map(),
  orderSegments: new Map(),
  summary: null,
});
