import * as z from 'zod';
import { suggestionActions, suggestionDensities, suggestionUses } from './closed-lists.ts';
import type { SuggestionOutcome } from './suggestion.ts';
import { typedText } from './text.ts';

/** What a suggestion asks the agent to do. */
export const suggestionActionSchema = z.enum(suggestionActions);

/** How many suggestions an agent wants to see. */
export const suggestionDensitySchema = z.enum(suggestionDensities);

/** Said of a message that is too long, whether typed or taken from a suggestion. */
export const messageTooLong = 'A message can have at most 2,000 characters.';

/** What an agent did with a suggestion: `POST /api/calls/{id}/suggestions/{suggestionId}`. */
export const suggestionOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('accepted'), how: z.enum(suggestionUses) }),
  z.object({
    outcome: z.literal('edited'),
    text: typedText(2000, messageTooLong)
      .trim()
      .min(1, 'Write something first.')
      .max(2000, messageTooLong),
  }),
  z.object({ outcome: z.literal('dismissed') }),
  z.object({ outcome: z.literal('marked-wrong') }),
]) satisfies z.ZodType<SuggestionOutcome>;
