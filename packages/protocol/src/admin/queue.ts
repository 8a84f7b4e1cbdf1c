import * as z from 'zod';
import { multiLine, singleLine } from '../text.ts';

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const isoTime = z.iso.datetime({ offset: true });

/** Names a queue: small letters, digits and single hyphens, at most 40 characters. */
export const queueIdSchema = z
  .string()
  .max(40, { abort: true })
  .regex(slug, 'Use a-z, 0-9 and hyphens.')
  .brand('QueueId');
/** Names a queue. */
export type QueueId = z.infer<typeof queueIdSchema>;

/** Names an outcome within its queue. */
export const outcomeIdSchema = z
  .string()
  .max(40, { abort: true })
  .regex(slug, 'Use a-z, 0-9 and hyphens.');

/** How a call of a queue may have turned out, as agents choose it at wrap-up. */
export const outcomeSchema = z.object({
  id: outcomeIdSchema,
  label: singleLine('the outcome', 60),
  /** Whether it counts as resolved. */
  resolves: z.boolean(),
});
/** How a call of a queue may have turned out. */
export type Outcome = z.infer<typeof outcomeSchema>;

/** A queue has at most so many terms … */
export const MAX_TERMS = 200;
/** … of at most so many characters each. */
export const MAX_TERM_LENGTH = 60;
/** A queue has at most so many outcomes. */
export const MAX_OUTCOMES = 30;

function wholeNumber(least: number, most: number) {
  const error = `Enter a whole number from ${least} to ${most}.`;
  return z.number({ error }).int({ error }).min(least, { error }).max(most, { error });
}

/** The parts of a queue that an admin sets. */
export const queueFieldsSchema = z.object({
  name: singleLine('the name', 60),
  /** ISO 639-1 of what is spoken in it. */
  language: z.string().regex(/^[a-z]{2}$/, 'Choose a language.'),
  /** Names and words of the trade, as they are written. */
  terms: z
    .array(singleLine('a term', MAX_TERM_LENGTH))
    .max(MAX_TERMS, `A queue can have at most ${MAX_TERMS} terms.`),
  /** So many calls of a hundred are to be answered within so many seconds. */
  target: z.object({
    percent: wholeNumber(1, 100),
    seconds: wholeNumber(1, 3600),
  }),
  /** Whether customers are asked to be recorded. */
  recorded: z.boolean(),
  /** The words by which they are asked; empty: ours. */
  recordingNotice: multiLine(2000, 'The words can have at most 2,000 characters.').trim().max(2000),
  /** Whether agents are told that a supervisor listens. */
  listeningTold: z.boolean(),
  /** Ids of the cards that apply; null: all. */
  cardIds: z.array(z.string().max(80)).max(500).nullable(),
  outcomes: z
    .array(outcomeSchema)
    .min(1, 'Add an outcome.')
    .max(MAX_OUTCOMES, `A queue can have at most ${MAX_OUTCOMES} outcomes.`),
  /** Whether a wrap-up needs an outcome. */
  outcomeRequired: z.boolean(),
});
/** The parts of a queue that an admin sets. */
export type QueueFields = z.infer<typeof queueFieldsSchema>;

/** A queue as admins see it. */
export const queueSchema = queueFieldsSchema.extend({
  id: queueIdSchema,
  /** Grows with each change; a change names the one it was made from. */
  version: z.number().int().min(1),
  /** How many agents take its calls, and how many calls are waiting or going on. */
  agents: z.number().int().min(0),
  openCalls: z.number().int().min(0),
  updatedAt: isoTime,
});
/** A queue as admins see it. */
export type Queue = z.infer<typeof queueSchema>;
