import { suggestionActionSchema } from '@agent/protocol';
import { z } from 'zod';
import { plainText } from './prompt/plain-text.ts';

/**
 * The answer as a model is asked for it. `suggestion` comes first, so that it can be shown while the
 * rest is written. Without limits, because not every server takes them in a schema.
 */
export const askedAnswerSchema = z.object({
  suggestion: z.string(),
  reasoning: z.string(),
  action: suggestionActionSchema,
  confidence: z.number(),
  sentiment: z.object({ score: z.number(), confidence: z.number() }),
});

/** An agent says 40 words in one breath; three times that is no suggestion any more. */
export const MAX_SUGGESTION_LENGTH = 600;
const MAX_REASONING_LENGTH = 600;

const share = z.number().min(0).max(1);

/** The answer as it is believed. */
export const answerSchema = askedAnswerSchema.extend({
  suggestion: z
    .string()
    .max(MAX_SUGGESTION_LENGTH)
    .transform((text) => plainText(text, MAX_SUGGESTION_LENGTH))
    .pipe(z.string().min(1)),
  reasoning: z.string().transform((text) => plainText(text, MAX_REASONING_LENGTH)),
  confidence: share,
  sentiment: z.object({ score: z.number().min(-1).max(1), confidence: share }),
});

/** What is written of an answer so far. */
export const partialAnswerSchema = z.object({
  suggestion: z.string().default(''),
  reasoning: z.string().optional(),
});
