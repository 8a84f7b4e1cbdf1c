import {
  type modelStatuses,
  type modelTroubles,
  suggestionActions,
  type suggestionDensities,
  type suggestionExpiries,
} from './closed-lists.ts';
import { record, type Shapes } from './record-shape.ts';
import {
  flag,
  number,
  oneOf,
  orNull,
  text,
  textOf,
  trimmedText,
  uuid,
  wholeNumber,
} from './value-shape.ts';

/** What a suggestion asks the agent to do. */
export type SuggestionAction = (typeof suggestionActions)[number];

/** Why a suggestion went away without the agent. */
export type SuggestionExpiry = (typeof suggestionExpiries)[number];

/** How many suggestions an agent wants to see. */
export type SuggestionDensity = (typeof suggestionDensities)[number];

/** How the model behind the suggestions does. */
export type ModelStatus = (typeof modelStatuses)[number];

/** Why a model is late or off. */
export type ModelTrouble = (typeof modelTroubles)[number];

/**
 * Where a suggestion comes from. `playbook`: `name` is the guidance it rests on, `cardId` its card;
 * `model`: `name` is the model; `generic`: the last resort when nothing better is known.
 */
const sourceFields = {
  kind: oneOf(['playbook', 'model', 'generic']),
  name: textOf(1, 120),
  cardId: orNull(text),
};
export type SuggestionSource = Shapes<typeof sourceFields>;

/** What the bot shows the agent, and only the agent. */
export const suggestionFields = {
  suggestionId: uuid,
  /** The segment that it answers. */
  segmentId: uuid,
  /** Words that the agent can say or write as they stand. */
  suggestion: trimmedText(1, 600),
  reasoning: trimmedText(0, 600),
  action: oneOf(suggestionActions),
  /** 0–1. */
  confidence: number(0, 1),
  source: record(sourceFields),
  /** Shown also to agents who want important suggestions only. */
  important: flag,
};
export type Suggestion = Shapes<typeof suggestionFields>;

/**
 * A model's suggestion while it is being written. Never stored. Shown only to agents with density
 * `all`; it ends as `suggestion.offered` with the same id, or is withdrawn.
 */
export const suggestionDraftFields = {
  suggestionId: uuid,
  segmentId: uuid,
  source: record(sourceFields),
  revision: wholeNumber(1),
  suggestion: textOf(1, 600),
  reasoning: textOf(0, 600),
};
export type SuggestionDraft = Shapes<typeof suggestionDraftFields>;
