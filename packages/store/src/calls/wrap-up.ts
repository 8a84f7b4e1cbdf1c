import type { CallId, WrapUpDraft, WrapUpRequest } from '@agent/protocol';
import { moveAgent } from '../agents/agent-state.ts';
import { inTransaction, type Queryable } from '../database/connect.ts';
import type { CallRow } from '../log/call-row.ts';
import { recordTransition, type Transition } from '../log/transition.ts';
import { msBetween } from './call-endings.ts';
import { touchAgentOnCall } from './calls.ts';

/** Saves what the agent has typed so far; false when the call is not in wrap-up. */
export async function saveWrapUpDraft(
  db: Queryable,
  callId: CallId,
  { disposition, notes }: WrapUpDraft,
): Promise<boolean> {
  await touchAgentOnCall(db, callId);
  const rows = await db`
    update calls set disposition = ${disposition}, notes = ${notes}
    where id = ${callId} and status = 'wrap-up' returning id`;
  return rows.length > 0;
}

/** Closes the call; its agent is available again. */
export async function finishWrapUp(
  db: Queryable,
  callId: CallId,
  { disposition, notes }: WrapUpRequest,
): Promise<Transition | undefined> {
  return inTransaction(db, async (tx) => {
    await touchAgentOnCall(tx, callId);
    const [row] = await tx`
      update calls set status = 'closed', closed_by = 'agent', wrapped_up_at = now(),
        disposition = ${disposition}, notes = ${notes}
      where id = ${callId} and status = 'wrap-up' returning *`;
    const transition = await recordTransition(tx, row, (call) => {
      const wrapUpMs = workedMs(call, call.wrappedUpAt);
      return { type: 'call.wrapped-up', actor: 'agent', data: { disposition, notes, wrapUpMs } };
    });
    const agentId = transition?.call.agentId;
    if (agentId) await moveAgent(tx, agentId, 'available', { restIdle: true });
    return transition;
  });
}

/**
 * Closes a call whose agent has not been seen for so long: as `other`, with the notes that were
 * typed. The time counts to the last sign of life; the agent is off duty.
 */
export async function closeInAbsence(
  db: Queryable,
  callId: CallId,
  { silentMs }: { silentMs: number },
): Promise<Transition | undefined> {
  return inTransaction(db, async (tx) => {
    const [row] = await tx`
      update calls set status = 'closed', closed_by = 'system', wrapped_up_at = now(),
        disposition = 'other'
      where id = ${callId} and status = 'wrap-up'
        and agent_seen_at < now() - ${silentMs}::double precision * interval '1 ms'
      returning *`;
    const transition = await recordTransition(tx, row, (call) => {
      const data = {
        disposition: 'other',
        notes: call.notes,
        wrapUpMs: workedMs(call, call.agentSeenAt),
      } as const;
      return { type: 'call.wrapped-up', actor: 'system', data };
    });
    const agentId = transition?.call.agentId;
    if (agentId) await moveAgent(tx, agentId, 'offline');
    return transition;
  });
}

/** Time of wrap-up until then, without what the agent was away. */
function workedMs({ wrapUpStartedAt, wrapUpAwayMs }: CallRow, until: Date | null): number {
  return Math.max(0, msBetween(wrapUpStartedAt, until) - wrapUpAwayMs);
}
