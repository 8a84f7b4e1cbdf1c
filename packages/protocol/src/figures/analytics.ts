import * as z from 'zod';
import { outcomeIdSchema } from '../admin/queue.ts';
import { callIdSchema } from '../id-schema.ts';
import { cardIdSchema } from '../playbook-card.ts';
import { noValueReasons } from './metric-ids.ts';
import { figureFilterSchema, figureRangeSchema, metricsSchema } from './metrics.ts';

const wholeNumber = z.number().int().min(0);
const score = z.number().min(-1).max(1);

/** Query of `GET /api/analytics`. */
export const analyticsQuerySchema = figureRangeSchema.and(
  figureFilterSchema.omit({ outcome: true }),
);
/** Of which calls somebody wants to know what they are about. */
export type AnalyticsQuery = z.infer<typeof analyticsQuerySchema>;

/** So many calls, of how many; without a share it says why. */
const countedCalls = z.object({
  n: wholeNumber,
  of: wholeNumber,
  share: z.number().min(0).nullable(),
  why: z.enum(noValueReasons).nullable(),
});

/** Calls that have something in common, with how many there were before and where they are. */
export const topicCallsSchema = countedCalls.extend({
  /** The same of the period before; null where the log does not reach back so far. */
  previous: countedCalls.nullable(),
  /** How many on each day or in each week of `steps`; null where nothing was on record yet. */
  trend: z.array(wholeNumber.nullable()),
  /** Those of them that can be opened, as a page; null where no list has them. */
  calls: z.object({ count: wholeNumber, href: z.string() }).nullable(),
});
/** Calls that have something in common. */
export type TopicCalls = z.infer<typeof topicCallsSchema>;

/** What became of a card's suggestions. */
export const cardSuggestionsSchema = z.object({
  offered: wholeNumber,
  /** Went again before they could be read; in no share. */
  unseen: wholeNumber,
  /** The rest, of which the shares are. */
  seen: wholeNumber,
  ...{ accepted: wholeNumber, edited: wholeNumber, dismissed: wholeNumber },
  ...{ markedWrong: wholeNumber, expired: wholeNumber },
  /** Why there are no shares; null: there are. */
  why: z.enum(noValueReasons).nullable(),
});
/** What became of a card's suggestions. */
export type CardSuggestions = z.infer<typeof cardSuggestionsSchema>;

/** How customers sounded in the calls of a card. */
export const cardMoodSchema = z.object({
  /** Calls whose start and end are known. */
  n: wholeNumber,
  start: score.nullable(),
  end: score.nullable(),
  /** Why there is no mean; null: there is. */
  why: z.enum(noValueReasons).nullable(),
});
/** How customers sounded in the calls of a card. */
export type CardMood = z.infer<typeof cardMoodSchema>;

/** A card of the playbook with the calls it came up in. */
export const cardTopicSchema = z.object({
  id: cardIdSchema,
  /** As it is called now, or was when it was taken out. */
  name: z.string(),
  state: z.enum(['in-use', 'off', 'removed']),
  calls: topicCallsSchema,
  suggestions: cardSuggestionsSchema,
  mood: cardMoodSchema,
});
/** A card of the playbook with the calls it came up in. */
export type CardTopic = z.infer<typeof cardTopicSchema>;

/** A call whose customer sounded different in the end. */
export const changedCallSchema = z.object({
  callId: callIdSchema,
  customerName: z.string(),
  agentName: z.string().nullable(),
  queuedAt: z.iso.datetime({ offset: true }),
  /** Names of the cards that came up. */
  cards: z.array(z.string()),
  start: score,
  end: score,
  /** Its replay. */
  href: z.string(),
});
/** A call whose customer sounded different in the end. */
export type ChangedCall = z.infer<typeof changedCallSchema>;

/** `GET /api/analytics`. */
export const analyticsSchema = metricsSchema
  .pick({ zone: true, period: true, previousPeriod: true, at: true, since: true })
  .extend({
    step: z.enum(['day', 'week']),
    /** The days that have come, or the first days of the weeks. */
    steps: z.array(z.iso.date()),
    /** All calls of the period. */
    offered: wholeNumber,
    answered: wholeNumber,
    /** The most frequent first. */
    cards: z.array(cardTopicSchema),
    orders: topicCallsSchema.extend({
      /** How many orders were named in all. */
      named: wholeNumber,
    }),
    /** The most frequent first; `id` null: calls without an outcome yet. */
    outcomes: z.array(
      z.object({ id: outcomeIdSchema.nullable(), name: z.string(), calls: topicCallsSchema }),
    ),
    /** The largest rise first, the largest fall last. */
    changed: z.array(changedCallSchema),
  });
/** What calls are about, what suggestions are used for, and how customers sounded. */
export type Analytics = z.infer<typeof analyticsSchema>;
