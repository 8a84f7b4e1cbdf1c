import { z } from 'zod';
import { speakerSchema } from './roles.ts';
import { suggestionActionSchema } from './suggestion.ts';

const phrases = z.array(z.string().trim().min(2).max(200)).max(60);

/** Something known of the customer's record that a card may ask for. */
export const recordFactSchema = z.enum([
  'no-record',
  'open-ticket',
  'late-order',
  'order-on-the-way',
  'duplicate-payment',
  'past-due',
  'loyal-customer',
  'called-recently',
]);
export type RecordFact = z.infer<typeof recordFactSchema>;

/**
 * One card of the playbook, as in the YAML files of `playbook/`. Its format is described in
 * `playbook/README.md`.
 */
export const playbookCardSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use lower-case words joined by hyphens.'),
  title: z.string().trim().min(1).max(80),
  kind: z.enum(['guidance', 'must-say', 'never-say']).default('guidance'),
  /** Whose words bring the card up. */
  listensTo: speakerSchema.default('customer'),
  /** Ways to say it; any one is enough. */
  phrases: phrases.min(1),
  /** All of these must hold besides. */
  when: z
    .strictObject({
      sentiment: z.enum(['negative', 'not-positive']).optional(),
      /** Each must be true of the record. */
      record: z.array(recordFactSchema).max(4).default([]),
      /** Each must be untrue of the record. */
      recordNot: z.array(recordFactSchema).max(4).default([]),
      /** One of these was said before by somebody. */
      said: phrases.default([]),
      /** None of these was said before by the agent. */
      notSaid: phrases.default([]),
    })
    .prefault({}),
  /** Words of the agent that make the card superfluous. */
  doneWhenSaid: phrases.default([]),
  /** Words that the agent can use as they stand; `{name}` is the customer's first name, `{order}` the number of the order in question. */
  suggestion: z.string().trim().min(1).max(600),
  reasoning: z.string().trim().min(1).max(600),
  action: suggestionActionSchema,
  /** Of a clear match, 0–1. */
  confidence: z.number().min(0).max(1),
  important: z.boolean().default(false),
  /** The guidance that the card rests on. */
  source: z.string().trim().min(1).max(120),
});
export type PlaybookCard = z.infer<typeof playbookCardSchema>;
