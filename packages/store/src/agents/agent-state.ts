import type { AgentStatus, UserId } from '@agent/protocol';
import type { Queryable, Transaction } from '../database/connect.ts';
import { notifyDesk } from '../database/notifications.ts';

/**
 * Moves an agent to the status that follows from its call and tells its screen. `restIdle` starts
 * its idle time from zero; otherwise it keeps its turn.
 */
export async function moveAgent(
  tx: Transaction,
  agentId: UserId,
  status: AgentStatus,
  { restIdle = false }: { restIdle?: boolean } = {},
): Promise<void> {
  await tx`
    update agent_states set status = ${status}, status_since = now(),
      idle_since = ${restIdle ? tx`now()` : tx`idle_since`}
    where agent_id = ${agentId}`;
  await notifyDesk(tx, agentId);
}

/**
 * Condition on `agent_states`: takes part in the work of the queue, now or after its call. Somebody
 * who has vanished in the middle of a call or of its wrap-up does not.
 */
export function onDuty(db: Queryable) {
  return db`status not in ('offline', 'break') and seen_at > now() - interval '60 seconds'`;
}
