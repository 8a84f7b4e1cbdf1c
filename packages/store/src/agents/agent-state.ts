import type { AgentStatus, ShownBreakReason, UserId } from '@agent/protocol';
import type { Queryable, Transaction } from '../database/connect.ts';
import { notifyDesk } from '../database/notifications.ts';

/** What else is known of an agent that is moved. */
export interface MoveOptions {
  /** Starts its idle time from zero; otherwise it keeps its turn. */
  restIdle?: boolean;
  /** Why it goes on a break. */
  breakReason?: ShownBreakReason['kind'];
  /** The last sign of life, where another one than its desk's is known. */
  seenAt?: Date | null;
}

/** Moves an agent to the status that follows from its call and tells its screen. */
export async function moveAgent(
  tx: Transaction,
  agentId: UserId,
  status: AgentStatus,
  { restIdle = false, breakReason, seenAt = null }: MoveOptions = {},
): Promise<void> {
  await tx`
    update agent_states set status = ${status}, status_since = now(),
      idle_since = ${restIdle ? tx`now()` : tx`idle_since`},
      break_reason = ${breakReason ?? tx`break_reason`},
      seen_at = greatest(seen_at, ${seenAt}::timestamptz)
    where agent_id = ${agentId}`;
  await notifyDesk(tx, agentId);
}

/**
 * Lets an agent go that has finished its wrap-up: on the break or off duty, as it chose during the call,
 * else it is available, and its idle time begins. In between it is nothing that calls are offered to.
 */
export async function freeAgent(tx: Transaction, agentId: UserId): Promise<void> {
  await tx`
    update agent_states set status = coalesce(next_status, 'available'), status_since = now(),
      idle_since = now(), seen_at = now()
    where agent_id = ${agentId}`;
  await notifyDesk(tx, agentId);
}

/**
 * Condition on `agent_states`: takes part in the work of the queue, now or after its call. Somebody who
 * goes on a break after it, or has vanished in the middle of it or of its wrap-up, does not.
 */
export function onDuty(db: Queryable) {
  return db`status not in ('offline', 'break') and next_status is null
    and seen_at > now() - interval '60 seconds'`;
}
