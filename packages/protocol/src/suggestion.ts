import * as v from 'valibot';
import {
  type modelStatuses,
  type modelTroubles,
  suggestionActions,
  type suggestionDensities,
  type suggestionExpiries,
  type suggestionUses,
} from './closed-lists.ts';
import { segmentId, suggestionId } from './ids.ts';
import { wholeNumber } from './values.ts';

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
const source = v.object({
  kind: v.picklist(['playbook', 'model', 'generic']),
  name: v.pipe(v.string(), v.nonEmpty(), v.maxCodePoints(120)),
  cardId: v.nullable(v.string()),
});
/** What vouches for a suggestion: a card, a model, or nothing in particular. */
export type SuggestionSource = v.InferOutput<typeof source>;

/** What the bot shows the agent, and only the agent. */
export const suggestion = v.object({
  suggestionId,
  /** The segment that it answers. */
  segmentId,
  /** Words that the agent can say or write as they stand. */
  suggestion: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxCodePoints(600)),
  reasoning: v.pipe(v.string(), v.trim(), v.maxCodePoints(600)),
  action: v.picklist(suggestionActions),
  /** 0–1. */
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  source,
  /** Shown also to agents who want important suggestions only. */
  important: v.boolean(),
});
/** Words to say or write, why, how sure, and to what they answer. */
export type Suggestion = v.InferOutput<typeof suggestion>;

/**
 * A model's suggestion while it is being written. Never stored. Shown only to agents with density
 * `all`; it ends as `suggestion.offered` with the same id, or is withdrawn.
 */
export const suggestionDraft = v.object({
  suggestionId,
  segmentId,
  source,
  revision: v.pipe(wholeNumber, v.minValue(1)),
  suggestion: v.pipe(v.string(), v.nonEmpty(), v.maxCodePoints(600)),
  reasoning: v.pipe(v.string(), v.maxCodePoints(600)),
});
/** A suggestion as far as the model has written it; a later `revision` replaces it. */
export type SuggestionDraft = v.InferOutput<typeof suggestionDraft>;

/** What an agent did with a suggestion. */
export type SuggestionOutcome =
  | { outcome: 'accepted'; how: (typeof suggestionUses)[number] }
  | { outcome: 'edited'; text: string }
  | { outcome: 'dismissed' }
  | { outcome: 'marked-wrong' };
