import * as z from 'zod';
import { shownBreakReasonSchema } from '../agent-break.ts';
import { callIdSchema, userIdSchema } from '../id-schema.ts';
import { agentStatusSchema } from '../statuses.ts';

const isoTime = z.iso.datetime({ offset: true });

/** Query of `GET /api/agents/{id}/day`. Default: today. */
export const agentDayQuerySchema = z.object({
  day: z.iso.date('Give the day as 2026-11-30.').optional(),
});

/** A stretch of a day in which an agent did one thing, cut at both ends of the day. */
export const agentSpanSchema = z.object({
  status: agentStatusSchema,
  startsAt: isoTime,
  /** null: it goes on. */
  endsAt: isoTime.nullable(),
  breakReason: shownBreakReasonSchema.nullable(),
  /** The call that was offered, talked or wrapped up; null too when it was erased. */
  call: z
    .object({
      callId: callIdSchema,
      customerName: z.string(),
      /** Whether it can be looked back at. */
      isOver: z.boolean(),
    })
    .nullable(),
});
/** What an agent did for a while. */
export type AgentSpan = z.infer<typeof agentSpanSchema>;

/** `GET /api/agents/{id}/day`. */
export const agentDaySchema = z.object({
  agent: z.object({ userId: userIdSchema, name: z.string() }),
  /** The reporting zone, whose day it is. */
  zone: z.string(),
  day: z.iso.date(),
  /** Which day it is there now. */
  today: z.iso.date(),
  startsAt: isoTime,
  /** The first moment that is not in it. */
  endsAt: isoTime,
  /** When it was read. */
  at: isoTime,
  /** Oldest first; one begins where the one before ends. */
  spans: z.array(agentSpanSchema),
});
/** A day of an agent: statuses, calls and breaks. */
export type AgentDay = z.infer<typeof agentDaySchema>;
