import * as z from 'zod';
import { sideSchema } from './roles.ts';
import { suggestionActionSchema } from './suggestion-schema.ts';
import { multiLine } from './text.ts';

/** Text of so many characters, of which Postgres can store each. */
function words(min: number, max: number) {
  const tooLong = `Use at most ${max} characters.`;
  const tooShort = min === 1 ? 'Write something here.' : `Use at least ${min} characters.`;
  return multiLine(max, tooLong).trim().min(min, tooShort).max(max, tooLong);
}

function list(text: ReturnType<typeof words>, max: number) {
  return z.array(text).max(max, `There can be at most ${max} of these.`);
}

const phrases = list(words(2, 400), 60);

/** Names a card in the log, in addresses and in the project's files. */
export const cardIdSchema = z
  .string()
  .max(60, { error: 'Use at most 60 characters.', abort: true })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use lower-case words joined by hyphens.');

/** What a card is for; those that must or must never be said give way to no other. */
export const cardKindSchema = z.enum(['guidance', 'must-say', 'never-say']);

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
/** A name for something that is true of a customer's record, or not. */
export type RecordFact = z.infer<typeof recordFactSchema>;

/** Words that bring a card up only while the talk, or the record, is about something. */
export const followUpSchema = z
  .strictObject({
    /** One of these was said shortly before, by either side; none: that does not matter. */
    after: phrases.default([]),
    /** So many segments back at most. */
    within: z.number().int().min(1).max(20).default(6),
    /** Each must be true of the record. */
    record: z.array(recordFactSchema).max(4).default([]),
    /** Ways to come back to it; any one is enough. */
    phrases: phrases.min(1, 'A follow-up needs phrases.'),
  })
  .refine(({ after, record }) => after.length + record.length > 0, {
    path: ['after'],
    message: 'A follow-up needs what it follows: words before it, or something in the record.',
  });
/** Ways to come back to something, with its defaults filled in. */
export type FollowUp = z.infer<typeof followUpSchema>;

const PLACES = new Set(['{name}', '{order}']);

/** A place stands in a bracketed clause, so that the text reads well when nothing is known to put there. */
function placesAreOptional(text: string): boolean {
  const outside = text.replace(/\[[^[\]]*\]/g, (clause) =>
    (clause.match(/\{[^{}]*\}/g) ?? []).filter((place) => !PLACES.has(place)).join(''),
  );
  return !/[{}[\]]/.test(outside);
}

/**
 * One card of the playbook, as in the YAML files of `playbook/`. Its format and the language of its
 * phrases are described in `playbook/README.md`.
 */
export const playbookCardSchema = z
  .strictObject({
    id: cardIdSchema,
    title: words(1, 80),
    kind: cardKindSchema.default('guidance'),
    /** Whose words bring the card up. */
    listensTo: sideSchema.default('customer'),
    /** Ways to say it; any one is enough. */
    phrases: phrases.default([]),
    /**
     * Whole turns of customers that are about this card; what is like them brings it up without a
     * phrase. "Agent's words > customer's words" when a turn is clear only as an answer.
     */
    examples: list(words(2, 300), 80).default([]),
    /** Ways to say it that are clear only after something else was said. */
    followUps: z.array(followUpSchema).max(10).default([]),
    /** Words in the same turn that tell that something else is meant. */
    butNot: phrases.default([]),
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
    /**
     * Words that the agent can use as they stand; `{name}` is the customer's first name, `{order}`
     * the number of the order in question. Each stands in a clause in brackets, which is left out
     * when the place has no value: "Thank you[, {name}]."
     */
    suggestion: words(1, 600).refine(placesAreOptional, {
      message: 'Put {name} and {order}, and no other place, into a clause in [brackets].',
    }),
    reasoning: words(1, 600),
    action: suggestionActionSchema,
    /** Of a clear match, 0–1. */
    confidence: z.number().min(0, 'Use a number from 0 to 1.').max(1, 'Use a number from 0 to 1.'),
    important: z.boolean().default(false),
    /** The guidance that the card rests on. */
    source: words(1, 120),
  })
  .refine((card) => card.phrases.length + card.followUps.length + card.examples.length > 0, {
    path: ['phrases'],
    message: 'A card needs phrases, follow-ups or examples.',
  });
/** A card with its defaults filled in and its texts trimmed. */
export type PlaybookCard = z.infer<typeof playbookCardSchema>;

/** One YAML file of the playbook: the cards of a theme. */
export const playbookFileSchema = z.array(playbookCardSchema).min(1);
