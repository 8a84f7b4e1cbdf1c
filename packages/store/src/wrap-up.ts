import type { CallId, WrapUpDraft, WrapUpRequest } from '@agent/protocol';
import { moveAgent } from './agent-state.ts';
import { msBetween } from './call-endings.ts';
import { inTransaction, type Queryable } from './connect.ts';
import { recordTransition, type Transition } from './transition.ts';

/** Saves what the agent has typed so far; false when the call is not in wrap-up. */
export async function saveWrapUpDraft(
  db: Queryable,
  callId: CallId,
  { disposition, notes }: WrapUpDraft,
): Promise<boolean> {
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
    const [row] = await tx`
      update calls set status = 'closed', wrapped_up_at = now(),
        disposition = ${disposition}, notes = ${notes}
      where id = ${callId} and status = 'wrap-up' returning *`;
    const transition = await recordTransition(tx, row, (call) => {
      const wrapUpMs = msBetween(call.wrapUpStartedAt, call.wrappedUpAt);
      return { type: 'call.wrapped-up', actor: 'agent', data: { disposition, notes, wrapUpMs } };
    });
    const agentId = transition?.call.agentId;
    if (agentId) await moveAgent(tx, agentId, 'available', { restIdle: true });
    return transition;
  });
}
