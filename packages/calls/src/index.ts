export { applyEvent } from './apply-event.ts';
export type {
  AssistState,
  OfferedSuggestion,
  ScoredSentiment,
  SentimentAlert,
  SuggestionFate,
} from './assist-state.ts';
export { isBackchannel, isSubstantive } from './backchannel.ts';
export {
  type AgentSpell,
  type CallPhase,
  type CallState,
  type ChatMessage,
  createCallState,
  type FinalSegment,
  type Gap,
  type Hold,
  isTalking,
  isTalkOver,
  isWaitingAgain,
  type LiveSegment,
  type Wait,
} from './call-state.ts';
export { hasCustomerGoneOn } from './customer-gone-on.ts';
export { type Durations, durations } from './durations.ts';
export {
  type CallFacts,
  type CardFacts,
  type FactOutcome,
  SHORT_ABANDON_MS,
  type SuggestionCounts,
  UNSEEN_MS,
} from './facts/call-facts.ts';
