import * as z from 'zod';
import { outcomeIdSchema, outcomeSchema, queueIdSchema } from './admin/queue.ts';
import { callEventEnvelopeSchema } from './call-event-schema.ts';
import { deletionRules } from './closed-lists.ts';
import { customerIdSchema } from './customer-schema.ts';
import { metricIds } from './figures/metric-ids.ts';
import { callIdSchema, userIdSchema } from './id-schema.ts';
import { cardIdSchema } from './playbook-card.ts';
import { namedQueueSchema } from './queue.ts';
import { callStatusSchema, endReasonSchema } from './statuses.ts';

const isoTime = z.iso.datetime({ offset: true });
const wholeNumber = z.number().int().min(0);

/** How the customer sounded at a moment: −1 to 1, as in `sentiment.scored`; null when nobody knows. */
const score = z.number().min(-1).max(1).nullable();

/** A piece of a line in which something was found; `isHit` marks what was looked for. */
const hitPiece = z.object({ text: z.string(), isHit: z.boolean() });

/** A line of a session in which something was found. */
export const sessionHitSchema = z.object({
  where: z.enum(['customer', 'agent', 'supervisor', 'chat', 'notes']),
  /** Milliseconds since the call was answered; null for notes. */
  atMs: wholeNumber.nullable(),
  pieces: z.array(hitPiece),
});
/** A line of a session in which something was found, in pieces of which some are marked. */
export type SessionHit = z.infer<typeof sessionHitSchema>;

/** What became of the sound of a call: `none`: nobody agreed, or no bot was there. */
export const soundStatusSchema = z.enum(['none', 'recording', 'ready', 'lost', 'deleted']);
/** What became of the sound of a call. */
export type SoundStatus = z.infer<typeof soundStatusSchema>;

/** One call that is over, as a list shows it. */
export const sessionSummarySchema = z.object({
  callId: callIdSchema,
  status: callStatusSchema,
  queue: namedQueueSchema,
  customerName: z.string(),
  agentId: userIdSchema.nullable(),
  agentName: z.string().nullable(),
  queuedAt: isoTime,
  answeredAt: isoTime.nullable(),
  endedAt: isoTime,
  /** From the first answer to the end of the talk, without waits for another agent; null when nobody answered. */
  talkMs: wholeNumber.nullable(),
  endReason: endReasonSchema.nullable(),
  /** The outcome that its agent chose, of those of its queue. */
  disposition: outcomeIdSchema.nullable(),
  /** That outcome in words, and whether it counts as resolved. */
  outcome: outcomeSchema.pick({ resolves: true }).extend({ label: z.string() }).nullable(),
  rating: z.number().int().min(1).max(5).nullable(),
  sentiment: z.object({
    start: score,
    end: score,
    /** At most 24 means of equal spans, oldest first. */
    trend: z.array(score),
  }),
  /** Orders of the directory that were named, and titles of the cards that were used. */
  orderNumbers: z.array(z.string()),
  topics: z.array(z.string()),
  sound: soundStatusSchema,
  /** Lines in which the words looked for stand, at most three; empty without a query. */
  hits: z.array(sessionHitSchema),
});
/** One call that is over, as a list shows it. */
export type SessionSummary = z.infer<typeof sessionSummarySchema>;

/** Which way the customer's mood had gone at the end. Bounds are those of the sentiment's labels. */
export const sentimentFilters = ['ends-negative', 'ends-neutral', 'ends-positive'] as const;

/** A day of UTC, or a moment: days of a browser's own time zone begin at some other hour. */
const dayOrMoment = z.iso.date().or(isoTime);

const localDay = z.iso.date('Give a day as 2026-11-30.');

/** Query of `GET /api/sessions`. All filters must hold. */
export const sessionQuerySchema = z.object({
  /** Words that must all be said, typed or noted; `"…"` for a phrase, `-` for a word not to be there. */
  query: z.string().trim().max(200, 'Search for at most 200 characters.').optional(),
  agent: userIdSchema.optional(),
  from: dayOrMoment.optional(),
  /** A day is included, a moment is the first that is not. */
  to: dayOrMoment.optional(),
  queue: queueIdSchema.optional(),
  /** Of any queue that has it; `abandoned`: nobody answered. */
  outcome: outcomeIdSchema.optional(),
  rating: z.coerce.number().int().min(1).max(5).optional(),
  sentiment: z.enum(sentimentFilters).optional(),
  recorded: z.enum(['yes', 'no']).optional(),
  order: z.string().trim().max(40).optional(),
  /** The calls behind this figure; `queue`, `agent` and `outcome` are then as the figure has them. */
  metric: z.enum(metricIds).optional(),
  /** Began to wait on this day of the reporting zone, or at this moment, or later. */
  queuedFrom: localDay.or(isoTime).optional(),
  /** … before this day's end; before a moment, and then as things stood at that moment. */
  queuedTo: localDay.or(isoTime).optional(),
  /** Began to wait on this day of the week in the reporting zone; 1 is Monday. */
  weekday: z.coerce.number().int().min(1).max(7).optional(),
  /** … in this hour of the day. */
  hour: z.coerce.number().int().min(0).max(23).optional(),
  /** A card of the playbook of which a suggestion was shown. */
  card: cardIdSchema.optional(),
  /** Whether an order of the directory was named. */
  orderNamed: z.enum(['yes', 'no']).optional(),
  /** Where the page before ended, as its answer said. */
  cursor: z.string().max(200).optional(),
});
/** What a list of sessions is narrowed to. */
export type SessionQuery = z.infer<typeof sessionQuerySchema>;

/** `GET /api/sessions`: the newest first. */
export const sessionPageSchema = z.object({
  sessions: z.array(sessionSummarySchema),
  /** Leads to the next page; null on the last. */
  nextCursor: z.string().nullable(),
  /** How many there are in all; counted to 1,000, beyond which there are more. */
  count: z.object({ value: wholeNumber, isMore: z.boolean() }),
});
/** A page of sessions and where the next one begins. */
export type SessionPage = z.infer<typeof sessionPageSchema>;

/** `GET /api/sessions/agents`: whose calls can be looked for, by name. */
export const sessionAgentsSchema = z.object({
  agents: z.array(z.object({ userId: userIdSchema, displayName: z.string() })),
});
/** Whose calls can be looked for. */
export type SessionAgents = z.infer<typeof sessionAgentsSchema>;

/** `GET /api/sessions/choices`: by which queues and outcomes calls can be looked for. */
export const sessionChoicesSchema = z.object({
  queues: z.array(namedQueueSchema),
  /** Those of several queues that have one name are one; removed ones last. */
  outcomes: z.array(z.object({ id: outcomeIdSchema, label: z.string() })),
});
/** By which queues and outcomes calls can be looked for. */
export type SessionChoices = z.infer<typeof sessionChoicesSchema>;

/** `GET /api/sessions/{id}`: one call that is over, with what its page needs beside the log. */
export const sessionSchema = sessionSummarySchema.omit({ hits: true }).extend({
  customerId: customerIdSchema.nullable(),
  contact: z.string(),
  transcribed: z.boolean(),
  recorded: z.boolean(),
  notes: z.string(),
  ratingComment: z.string().nullable(),
  recording: z
    .object({
      status: soundStatusSchema.exclude(['none']),
      durationMs: wholeNumber.nullable(),
      bytes: wholeNumber.nullable(),
      deletedAt: isoTime.nullable(),
      deletionRule: z.enum(deletionRules).nullable(),
    })
    .nullable(),
  /** Whether no rule may delete anything of it. */
  legalHold: z.boolean(),
});
/** One call that is over. */
export type Session = z.infer<typeof sessionSchema>;

/** `GET /api/sessions/{id}/events`: the whole log, oldest first, as people with an account see it. */
export const sessionEventsSchema = z.object({ envelopes: z.array(callEventEnvelopeSchema) });

const commentTooLong = 'A comment can have at most 2,000 characters.';

/** Names a comment; made by the browser that sends it. */
export const sessionCommentIdSchema = z.uuid();

/** `POST /api/sessions/{id}/comments`. */
export const newSessionCommentSchema = z.object({
  /** Made by the browser, so that a repeated request makes no second comment. */
  commentId: sessionCommentIdSchema,
  atMs: wholeNumber,
  text: z.string().trim().min(1, 'Write a comment first.').max(2000, commentTooLong),
});
/** A remark about a moment of a call. */
export type NewSessionComment = z.infer<typeof newSessionCommentSchema>;

/** `GET /api/sessions/{id}/comments`: by their moment. */
export const sessionCommentsSchema = z.object({
  comments: z.array(
    newSessionCommentSchema.extend({
      authorName: z.string(),
      at: isoTime,
      /** Whether the reader may delete it: it is theirs, or they are an admin. */
      mayDelete: z.boolean(),
    }),
  ),
});
/** A remark about a moment of a call, as it is shown. */
export type SessionComment = z.infer<typeof sessionCommentsSchema>['comments'][number];
