import * as z from 'zod';
import { segmentIdSchema } from './ids.ts';

/** Id of one suggestion, the same while it streams in and in every event about it. */
export const suggestionIdSchema = z.uuid();
export type SuggestionId = z.infer<typeof suggestionIdSchema>;

/** What a suggestion asks the agent to do. */
export const suggestionActionSchema = z.enum([
  'ask_question',
  'offer_solution',
  'offer_refund',
  'offer_retention',
  'explain',
  'empathise',
  'verify_identity',
  'protect_data',
  'escalate',
  'close_call',
]);
export type SuggestionAction = z.infer<typeof suggestionActionSchema>;

/**
 * Where a suggestion comes from. `playbook`: `name` is the guidance it rests on, `cardId` its card;
 * `model`: `name` is the model; `generic`: the last resort when nothing better is known.
 */
export const suggestionSourceSchema = z.object({
  kind: z.enum(['playbook', 'model', 'generic']),
  name: z.string().min(1).max(120),
  cardId: z.string().nullable(),
});
export type SuggestionSource = z.infer<typeof suggestionSourceSchema>;

/** What the bot shows the agent, and only the agent. */
export const suggestionSchema = z.object({
  suggestionId: suggestionIdSchema,
  /** The segment that it answers. */
  segmentId: segmentIdSchema,
  /** Words that the agent can say or write as they stand. */
  suggestion: z.string().trim().min(1).max(600),
  reasoning: z.string().trim().max(600),
  action: suggestionActionSchema,
  /** 0–1. */
  confidence: z.number().min(0).max(1),
  source: suggestionSourceSchema,
  /** Shown also to agents who want important suggestions only. */
  important: z.boolean(),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

/**
 * A model's suggestion while it is being written. Never stored. Shown only to agents with density
 * `all`; it ends as `suggestion.offered` with the same id, or is withdrawn.
 */
export const suggestionDraftSchema = suggestionSchema
  .pick({ suggestionId: true, segmentId: true, source: true })
  .extend({
    revision: z.number().int().positive(),
    suggestion: z.string().min(1).max(600),
    reasoning: z.string().max(600),
  });
export type SuggestionDraft = z.infer<typeof suggestionDraftSchema>;

/** Why a suggestion went away without the agent: the talk moved on, the agent said it anyway, a better or a newer card took its place, or it is too old. */
export const suggestionExpirySchema = z.enum([
  'moved-on',
  'said',
  'replaced',
  'crowded-out',
  'timed-out',
]);
export type SuggestionExpiry = z.infer<typeof suggestionExpirySchema>;

/** How many suggestions an agent wants to see. */
export const suggestionDensitySchema = z.enum(['all', 'important', 'none']);
export type SuggestionDensity = z.infer<typeof suggestionDensitySchema>;

/** What an agent did with a suggestion: `POST /api/calls/{id}/suggestions/{suggestionId}`. */
export const suggestionOutcomeSchema = z.discriminatedUnion('outcome', [
  /** `chat`: its text was put into the chat box; `said`: the agent said it. */
  z.object({ outcome: z.literal('accepted'), how: z.enum(['chat', 'said']) }),
  z.object({
    outcome: z.literal('edited'),
    text: z
      .string()
      .trim()
      .min(1, 'Write something first.')
      .max(2000, 'A message can have at most 2,000 characters.'),
  }),
  z.object({ outcome: z.literal('dismissed') }),
  z.object({ outcome: z.literal('marked-wrong') }),
]);
export type SuggestionOutcome = z.infer<typeof suggestionOutcomeSchema>;

/** `none`: no model is configured; `late`: its last answers came too late; `off`: it fails and is left alone for a while. */
export const modelStatusSchema = z.enum(['none', 'ready', 'late', 'off']);
export type ModelStatus = z.infer<typeof modelStatusSchema>;

/** Why a model is late or off. */
export const modelTroubleSchema = z.enum([
  'timeout',
  'rate-limited',
  'quota-exhausted',
  'unauthorised',
  'unavailable',
  'malformed-answer',
]);
export type ModelTrouble = z.infer<typeof modelTroubleSchema>;
