import { callIdSchema, monitorIdSchema, userIdSchema } from '@agent/protocol';
import { z } from 'zod';

const time = z.date().nullable();

/** How the time of a supervisor in a room came to its end. */
export const monitorEndings = ['left', 'call-ended', 'lost', 'removed', 'never-joined'] as const;
/** How the time of a supervisor in a room came to its end. */
export type MonitorEnding = (typeof monitorEndings)[number];

/** A row of `call_monitors`: one listening, or one time in the conversation. */
export const monitorRowSchema = z.object({
  id: monitorIdSchema,
  callId: callIdSchema,
  supervisorId: userIdSchema,
  supervisorName: z.string(),
  /** `join`: both sides see and hear it. */
  mode: z.enum(['listen', 'join']),
  /** Whether the log tells of it: who joins is announced, who listens where the queue had it so. */
  agentTold: z.boolean(),
  askedAt: z.date(),
  /** When LiveKit's list of participants had it first, and last. */
  joinedAt: time,
  seenAt: time,
  /** When that list had it no more; null while it is there, and when it never was. */
  leftAt: time,
  /** Nobody may be in the room by this row any more. */
  endedAt: time,
  endedBy: z.enum(monitorEndings).nullable(),
  /** Whether the log tells of the end, too. */
  endTold: z.boolean(),
});
/** One listening, or one time in the conversation. */
export type MonitorRow = z.infer<typeof monitorRowSchema>;
