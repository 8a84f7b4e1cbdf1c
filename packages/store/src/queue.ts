import type { CallId } from '@agent/protocol';
import { z } from 'zod';
import { onDuty } from './agent-state.ts';
import type { Queryable } from './connect.ts';

const positionSchema = z.object({
  /** 1 is next; null when the call is not waiting. */
  position: z.number().int().positive().nullable(),
  /** Null when there is nothing to estimate from. */
  estimatedWaitMs: z.number().int().min(0).nullable(),
  /** Agents on duty: not offline, not on a break, seen within a minute. */
  agentsOnline: z.number().int().min(0),
});
export type QueuePosition = z.infer<typeof positionSchema>;

/**
 * Where a customer stands. The wait is estimated as position × mean handle time of the last 20 calls
 * closed within 4 hours ÷ agents on duty: with all of them busy one comes free that often.
 */
export async function queuePosition(db: Queryable, callId: CallId): Promise<QueuePosition> {
  const [row] = await db`
    with me as (
      select queued_at, id from calls where id = ${callId} and status in ('queued', 'offered')
    ), ahead as (
      select nullif(count(*), 0)::integer as position from calls, me
      where status in ('queued', 'offered') and (calls.queued_at, calls.id) <= (me.queued_at, me.id)
    ), duty as (
      select count(*)::integer as agents from agent_states where ${onDuty(db)}
    ), recent as (
      select extract(epoch from wrapped_up_at - answered_at) * 1000 as handle_ms from calls
      where status = 'closed' and wrapped_up_at > now() - interval '4 hours'
      order by wrapped_up_at desc limit 20
    )
    select position, agents as agents_online,
      round(position * (select avg(handle_ms) from recent) / nullif(agents, 0))::bigint
        as estimated_wait_ms
    from ahead, duty`;
  return positionSchema.parse(row);
}

const summarySchema = z.object({
  waiting: z.number().int(),
  longestWaitMs: z.number().int().nullable(),
});
export type QueueSummary = z.infer<typeof summarySchema>;

/** How many customers wait, and how long the first of them has. Offered calls still wait. */
export async function queueSummary(db: Queryable): Promise<QueueSummary> {
  const [row] = await db`
    select count(*)::integer as waiting,
      round(extract(epoch from clock_timestamp() - min(queued_at)) * 1000)::bigint as longest_wait_ms
    from calls where status in ('queued', 'offered')`;
  return summarySchema.parse(row);
}
