import * as z from 'zod';
import { shownBreakReasonSchema } from '../agent-break.ts';
import { callIdSchema, userIdSchema } from '../id-schema.ts';
import { namedQueueSchema } from '../queue.ts';
import { speakerSchema } from '../roles.ts';
import { agentStatusSchema } from '../statuses.ts';
import { isoTime } from '../values.ts';
import { zodSchemaOf } from '../zod-schema-of.ts';
import { alertSchema } from './alert.ts';

const time = zodSchemaOf(isoTime);

/** Last words of a call are cut to so many characters. */
export const MAX_LAST_WORDS_LENGTH = 140;
/** A sentiment curve has at most so many points. */
export const MAX_WALL_POINTS = 20;

/** A call that goes on, as supervisors see it. */
export const wallCallSchema = z.object({
  callId: callIdSchema,
  queue: namedQueueSchema,
  customerName: z.string(),
  /** null: its agent had to leave, and it waits for another one. */
  agent: z.object({ userId: userIdSchema, name: z.string() }).nullable(),
  /** When it was answered for the first time. */
  answeredAt: time,
  /** Since when it is on hold; null: it is not. */
  heldSince: time.nullable(),
  transcribed: z.boolean(),
  /** Whether supervisors' listening is told to the agent. */
  listeningTold: z.boolean(),
  /** The most urgent first. */
  alerts: z.array(alertSchema),
  /** How the customer sounded, −1 to 1, oldest first. */
  sentiment: z.array(z.number().min(-1).max(1)).max(MAX_WALL_POINTS),
  lastWords: z.object({ speaker: speakerSchema, text: z.string() }).nullable(),
  /** Who listens now, and who has joined the conversation. */
  listeners: z.array(z.object({ userId: userIdSchema, name: z.string(), joined: z.boolean() })),
});
/** A call that goes on. */
export type WallCall = z.infer<typeof wallCallSchema>;

/** A customer in the line. */
export const wallWaitingSchema = z.object({
  callId: callIdSchema,
  queue: namedQueueSchema,
  customerName: z.string(),
  since: time,
  /** Whether it is on offer to an agent. */
  isOffered: z.boolean(),
});
/** A customer in the line. */
export type WallWaiting = z.infer<typeof wallWaitingSchema>;

/** An agent who is on duty. */
export const wallAgentSchema = z.object({
  userId: userIdSchema,
  name: z.string(),
  status: agentStatusSchema,
  since: time,
  breakReason: shownBreakReasonSchema.nullable(),
  queues: z.array(namedQueueSchema),
});
/** An agent who is on duty. */
export type WallAgent = z.infer<typeof wallAgentSchema>;

/** How today's calls were answered: `inTarget ÷ targeted` is the service level. */
export const wallTodaySchema = z.object({
  /** Answered within the target of their queue. */
  inTarget: z.number().int().min(0),
  /** Those, and all that waited longer, be they answered, given up or waiting still. */
  targeted: z.number().int().min(0),
});
/** How today's calls were answered. */
export type WallToday = z.infer<typeof wallTodaySchema>;

/** When this was so, by the server's clock: times are counted from here. */
const at = time;
/** Who waits, longest first. */
const waiting = z.array(wallWaitingSchema);
/** Agents on duty, by name. */
const agents = z.array(wallAgentSchema);
/** The calls in order: who needs help first. */
const order = z.array(callIdSchema);

/**
 * Events of `GET /api/wall`. The first is whole, and one every 15 s; between them comes what has changed:
 * a part that is missing is as it was. One comes every few seconds in any case: without news for 5 s what
 * is shown is stale.
 */
export const wallSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('whole'),
    ...{ at, waiting, agents, order, today: wallTodaySchema },
    calls: z.array(wallCallSchema),
  }),
  z.object({
    kind: z.literal('changes'),
    at,
    waiting: waiting.optional(),
    agents: agents.optional(),
    /** Calls that are not in it any more are over, or not for this viewer. */
    order: order.optional(),
    today: wallTodaySchema.optional(),
    /** Calls that are new or different. */
    calls: z.array(wallCallSchema),
  }),
]);
/** What supervisors see of all calls. */
export type WallUpdate = z.infer<typeof wallSchema>;

/** Without news for so long a wall is stale. */
export const WALL_STALE_AFTER_MS = 5_000;
