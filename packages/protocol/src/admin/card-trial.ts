import * as z from 'zod';
import { callIdSchema } from '../id-schema.ts';
import { playbookCardSchema, recordFactSchema } from '../playbook-card.ts';
import { sideSchema, speakerSchema } from '../roles.ts';
import { multiLine } from '../text.ts';

const share = z.number().min(0).max(1);
const count = z.number().int().min(0);

/** A trial looks at so many turns before the one that is tried … */
export const MAX_TRIAL_TURNS = 40;
/** … of so many characters each. */
export const MAX_TRIAL_TEXT = 2_000;
/** A trial looks at so many of the newest calls at most. */
export const MAX_TRIAL_CALLS = 50;

const tooLong = `A turn can have at most ${MAX_TRIAL_TEXT} characters.`;

/** `POST /api/admin/playbook/try`. */
export const cardTrialRequestSchema = z.strictObject({
  /** Oldest first; cards are looked for at the last. Empty: only the effects of the draft are wanted. */
  turns: z
    .array(
      z.strictObject({
        speaker: sideSchema,
        text: multiLine(MAX_TRIAL_TEXT, tooLong)
          .trim()
          .min(1, 'Write what is said.')
          .max(MAX_TRIAL_TEXT, tooLong),
        /** How it sounds, −1…1; null: nobody knows. Of customers only. */
        sentiment: z.number().min(-1).max(1).nullable().default(null),
      }),
    )
    .max(MAX_TRIAL_TURNS, `Try at most ${MAX_TRIAL_TURNS} turns at once.`)
    .default([]),
  /** What is known of the customer; `no-record`: there is no record. */
  facts: z.array(recordFactSchema).max(8).default([]),
  /** A card as it would be after saving; it stands in place of the stored one with its id. */
  draft: z
    .strictObject({ card: playbookCardSchema, enabled: z.boolean() })
    .nullable()
    .default(null),
  /** On what to tell what the draft would change: the labelled turns of the project and so many calls. */
  effects: z
    .strictObject({ labelled: z.boolean(), calls: z.number().int().min(0).max(MAX_TRIAL_CALLS) })
    .nullable()
    .default(null),
});
/** What is tried on which cards. */
export type CardTrialRequest = z.infer<typeof cardTrialRequestSchema>;

/** What keeps a card away although something speaks for it. */
export const cardObstacleSchema = z.discriminatedUnion('kind', [
  /** One of its phrases was said, but denied: "I don't want a refund". */
  z.object({ kind: z.literal('denied'), phrase: z.string() }),
  /** One of its phrases was said, but not by the side that the card listens to. */
  z.object({ kind: z.literal('other-side'), phrase: z.string() }),
  /** Other words of the turn tell that something else is meant. */
  z.object({ kind: z.literal('but-not'), phrase: z.string(), words: z.array(z.string()) }),
  z.object({ kind: z.literal('record'), fact: recordFactSchema }),
  z.object({ kind: z.literal('record-not'), fact: recordFactSchema }),
  z.object({ kind: z.literal('sentiment'), wanted: z.enum(['negative', 'not-positive']) }),
  /** Nothing that must have been said before was. */
  z.object({ kind: z.literal('not-said') }),
  /** The agent has said already what must not have been said. */
  z.object({ kind: z.literal('said-before'), turnsAgo: z.number().int() }),
  /** No phrase was said, and the turn is less like its examples than is needed. */
  z.object({ kind: z.literal('no-sign'), neededShare: share }),
  z.object({ kind: z.literal('unsure'), needed: share }),
  /** Its words are a part of what another card was found by. */
  z.object({ kind: z.literal('part-of'), cardId: z.string() }),
  /** Another card is far surer. */
  z.object({ kind: z.literal('behind'), cardId: z.string() }),
]);
/** What keeps a card away although something speaks for it. */
export type CardObstacle = z.infer<typeof cardObstacleSchema>;

/** Why a card comes up, or stays away although something speaks for it. */
export const cardReasonSchema = z.object({
  cardId: z.string(),
  title: z.string(),
  comesUp: z.boolean(),
  /** 0–1; null where nothing but a denied phrase speaks for it. */
  confidence: share.nullable(),
  /** By which phrase it was found; null when it was only guessed. */
  phrase: z
    .object({
      text: z.string(),
      /** The words that it was found by, in one spelling. */
      words: z.array(z.string()),
      /** How close they stand to the phrase as it is written. */
      clarity: share,
      /** So many turns ago its topic came up; null when the phrase needs none, 0 when the record is it. */
      followsAfter: z.number().int().nullable(),
    })
    .nullable(),
  /** How like its examples the turn is; null when it has none, or when the agent speaks. */
  likeness: z
    .object({
      share,
      /** The greatest share that any card, or everyday talk, has. */
      top: share,
      /** Whose share that is; null for everyday talk. */
      topCardId: z.string().nullable(),
      /** The example that is most like the turn; null when none has a word in common. */
      example: z.string().nullable(),
    })
    .nullable(),
  obstacle: cardObstacleSchema.nullable(),
});
/** Why a card comes up, or stays away although something speaks for it. */
export type CardReason = z.infer<typeof cardReasonSchema>;

/** A turn at which other cards come up with the draft than without; cards are at most two. */
export const changedTurnSchema = z.object({
  /** What the other side said last before it; null when nothing was. */
  before: z.object({ speaker: speakerSchema, text: z.string() }).nullable(),
  speaker: speakerSchema,
  text: z.string(),
  stored: z.array(z.string()),
  draft: z.array(z.string()),
});
/** A turn at which other cards come up with the draft than without. */
export type ChangedTurn = z.infer<typeof changedTurnSchema>;

/** How often cards are right on the labelled turns, as `labelled-turns/README.md` counts. */
export const labelledFiguresSchema = z.object({
  turns: count,
  /** At how many turns a card came up, and at how many of them the first was right. */
  shown: count,
  right: count,
  /** How many turns want a card, and how many have a right one among the first two. */
  wanting: count,
  helped: count,
});
/** How often cards are right on the labelled turns. */
export type LabelledFigures = z.infer<typeof labelledFiguresSchema>;

/** What a draft would change on the turns of one kind. */
const effect = {
  /** Turns that were looked at. */
  turns: count,
  /** Of them: those at which a card comes up that did not before, or the other way round. */
  gained: count,
  lost: count,
};

/** `POST /api/admin/playbook/try`: what comes up, why, and what the draft would change. */
export const cardTrialSchema = z.object({
  /** Those that come up first, best first; then those that stay away although something speaks for them. */
  reasons: z.array(cardReasonSchema),
  labelled: z
    .object({
      ...effect,
      parts: z.array(
        z.object({
          part: z.enum(['development', 'held-out']),
          stored: labelledFiguresSchema,
          draft: labelledFiguresSchema,
        }),
      ),
      /** Of the development part alone: whoever sees the held-out turns begins to tune on them. */
      changed: z.array(changedTurnSchema.extend({ expect: z.array(z.string()) })),
    })
    .nullable(),
  calls: z
    .object({
      ...effect,
      /** How many calls were looked at. */
      calls: count,
      /** Whether there was no time or room for all that was asked for. */
      isCut: z.boolean(),
      changed: z.array(changedTurnSchema.extend({ callId: callIdSchema, atMs: count })),
    })
    .nullable(),
});
/** What comes up, why, and what the draft would change. */
export type CardTrial = z.infer<typeof cardTrialSchema>;
