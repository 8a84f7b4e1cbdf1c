export type {
  KeyboardHintLabels,
  KeyboardPlatform,
  KeyCaps,
  NamedKey,
} from '../keyboard-hint/keyboard-hint-labels.ts';
export type { PartClassNames } from '../react/part.ts';
export type { SentimentCourse } from './sentiment-course.ts';
export {
  defaultSentimentSparkLabels,
  SentimentSpark,
  type SentimentSparkLabels,
  type SentimentSparkProps,
} from './sentiment-spark.tsx';
export type { SessionListPart } from './session-context.ts';
export type { SessionChoice } from './session-filter-fields.tsx';
export { SessionFilters, type SessionFiltersProps } from './session-filters.tsx';
export {
  defaultSessionFiltersLabels,
  noSessionFilters,
  type SessionCount,
  type SessionFiltersLabels,
  type SessionFilterValue,
  type SessionPeriod,
  type SessionSentimentFilter,
} from './session-filters-labels.ts';
export type {
  SessionHitItem,
  SessionHitPiece,
  SessionHitPlace,
  SessionItem,
  SessionSentiment,
  SessionSound,
} from './session-item.ts';
export { SessionList, type SessionListProps, type SessionListStatus } from './session-list.tsx';
export {
  type DateWords,
  defaultSessionListLabels,
  type SessionListLabels,
  type SessionOutcome,
} from './session-list-labels.ts';
export type { SessionMoreState } from './session-more.tsx';
