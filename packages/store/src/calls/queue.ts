import { type CallId, callIdSchema } from '@agent/protocol';
import { z } from 'zod';
import { onDuty } from '../agents/agent-state.ts';
import type { Queryable } from '../database/connect.ts';

const queueSchema = z.object({
  /** Who waits, the longest first. Offered calls still wait. */
  waiting: z.array(z.object({ callId: callIdSchema, waitedMs: z.number() })),
  /** Mean handle time of the last 20 calls closed within 4 hours; null when there are none. */
  handleMs: z.number().nullable(),
  /** Agents on duty: not offline, not on a break, seen within a minute. */
  agentsOnline: z.number().int().min(0),
});
/** The queue at one moment, for everybody who waits or looks on. */
export type Queue = z.infer<typeof queueSchema>;

/** Reads the queue, once for all who ask about their place in it. */
export async function readQueue(db: Queryable): Promise<Queue> {
  const [row] = await db`
    with recent as (
      select extract(epoch from wrapped_up_at - answered_at) * 1000 - wrap_up_away_ms as handle_ms
      from calls
      where status = 'closed' and closed_by is distinct from 'system'
        and wrapped_up_at > now() - interval '4 hours'
      order by wrapped_up_at desc limit 20
    )
    select
      (select coalesce(json_agg(json_build_object(
          'callId', id,
          'waitedMs', round(extract(epoch from clock_timestamp() - queued_at) * 1000)::bigint
        ) order by queued_at, id), '[]') from calls where status in ('queued', 'offered')) as waiting,
      (select avg(handle_ms)::double precision from recent) as handle_ms,
      (select count(*)::integer from agent_states where ${onDuty(db)}) as agents_online`;
  return queueSchema.parse(row);
}

/** Where one customer stands. */
export interface QueuePosition {
  /** 1 is next; null when the call is not waiting. */
  position: number | null;
  /** Null when there is nothing to estimate from. */
  estimatedWaitMs: number | null;
  agentsOnline: number;
}

/**
 * The place of a call. The wait is estimated as position × mean handle time ÷ agents on duty: with all
 * of them busy one comes free that often.
 */
export function queuePosition(queue: Queue, callId: CallId): QueuePosition {
  const { waiting, handleMs, agentsOnline } = queue;
  const position = waiting.findIndex((call) => call.callId === callId) + 1 || null;
  const isKnown = position !== null && handleMs !== null && agentsOnline > 0;
  const estimatedWaitMs = isKnown ? Math.round((position * handleMs) / agentsOnline) : null;
  return { position, estimatedWaitMs, agentsOnline };
}

/** How many customers wait, and how long the first of them has. */
export interface QueueSummary {
  waiting: number;
  longestWaitMs: number | null;
}

/** The queue in two figures. */
export function queueSummary({ waiting }: Queue): QueueSummary {
  return { waiting: waiting.length, longestWaitMs: waiting[0]?.waitedMs ?? null };
}
