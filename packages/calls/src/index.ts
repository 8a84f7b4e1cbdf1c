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
export { factEventTypes, factWritingTypes } from './facts/fact-events.ts';
export { FACTS_VERSION, type FactsContext, foldFacts } from './facts/fold-facts.ts';
export { meanScore, moodEnds, type ScoredLine } from './facts/mood-ends.ts';
export { hasId, type IdSet } from './id-set.ts';
export { type CallSum, type CallSumId, callSums } from './metrics/call-sum.ts';
export { type ComparedValue, changeFor, changeInWords } from './metrics/change-in-words.ts';
export { evaluate } from './metrics/evaluate.ts';
export {
  countInWords,
  type ExplainedValue,
  explainFigure,
  type FigureExplanation,
  whyInWords,
} from './metrics/explain-figure.ts';
export {
  addSums,
  type CallSums,
  callSumIds,
  type FigureSums,
  noCalls,
  noRepeats,
  noTime,
  type RepeatSums,
  repeatSumIds,
  sumFacts,
  type TimeSums,
} from './metrics/figure-sums.ts';
export { formatCount, formatFigure, formatShare, formatTime } from './metrics/format-figure.ts';
export type { Metric, MetricParts } from './metrics/metric.ts';
export { metricOf, metrics } from './metrics/metrics.ts';
export {
  type FollowedFacts,
  type RepeatSum,
  type RepeatSumId,
  repeatSums,
} from './metrics/repeat-sum.ts';
export { type TimeSumId, timeSumIds } from './metrics/time-sum.ts';
export { wilsonRange } from './metrics/wilson-range.ts';
export { daysInWords } from './period/days-in-words.ts';
export {
  MAX_PENDING,
  noteLastSeq,
  receiveEnvelope,
  receiveEnvelopes,
  receiveMessage,
  receivePage,
} from './receive.ts';
export type {
  LostSound,
  MaskedSound,
  RecordingPause,
  RecordingState,
} from './recording-state.ts';
export { type SentimentPoint, selectSentimentTrend } from './sentiment-trend.ts';
export type { Stretch } from './stretch.ts';
export {
  isWanted,
  openSuggestions,
  type ShownSuggestion,
  selectShownSuggestions,
  withRoom,
} from './suggestions.ts';
export {
  type AlertCare,
  alertsOf,
  orderOfCalls,
  type RankedCall,
} from './supervision/alerts.ts';
export { type Incident, type IncidentContext, selectIncidents } from './supervision/incidents.ts';
export {
  isCalledForHelp,
  mayLookAfter,
  type OverseenCall,
  type Overseer,
} from './supervision/may-look-after.ts';
export { type Mood, type SentimentFall, selectMood } from './supervision/sentiment-fall.ts';
export {
  type CoachItem,
  type SupervisionAct,
  type SupervisionItem,
  supervisionActs,
} from './supervision/supervision-items.ts';
export {
  type CoachMessage,
  type HelpState,
  joinedSupervisor,
  openHelp,
  type SupervisionState,
  type SupervisorSpell,
} from './supervision/supervision-state.ts';
export { createTimeline, stateAt, type Timeline } from './timeline.ts';
export {
  type CardSumId,
  type CardSums,
  cardSumIds,
  cardSums,
  HAS_TWO_ENDS,
  IS_CARD_READ,
} from './topics/card-sum.ts';
export { MOST_CHANGED, mostChanged } from './topics/most-changed.ts';
export {
  IS_ORDER_NAMED,
  type OutcomeSumId,
  type OutcomeSums,
  outcomeSumIds,
  outcomeSums,
} from './topics/outcome-sum.ts';
export { type TopicFigure, type TopicFigureId, topicFigures } from './topics/topic-figures.ts';
export {
  countChangeInWords,
  moodChangeInWords,
  type TopicValue,
  topicValue,
  whyNoTopicValue,
} from './topics/topic-value.ts';
export {
  type ChatItem,
  type ConversationItem,
  createTurnsSelector,
  formerAgent,
  type GapItem,
  type HoldItem,
  type RecordingPauseItem,
  selectTurns,
  type Turn,
  type WaitItem,
} from './turns.ts';
export { composeNotes } from './wrap-up/compose-notes.ts';
export { countFates } from './wrap-up/count-fates.ts';
export type {
  SuggestedOutcome,
  WrapUpDraft,
  WrapUpDraftLine,
} from './wrap-up/draft-line.ts';
export { type MergedLine, mergeDraft, restoreLine } from './wrap-up/merge-draft.ts';
export { isPromise } from './wrap-up/promises.ts';
export { createWrapUpDraft } from './wrap-up/wrap-up-draft.ts';
