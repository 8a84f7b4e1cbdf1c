import type { Actor, CallId, EndReason, UserId } from '@agent/protocol';
import { moveAgent } from '../agents/agent-state.ts';
import { inTransaction, type Queryable } from '../database/connect.ts';
import { notifyDesk } from '../database/notifications.ts';
import type { CallRow } from '../log/call-row.ts';
import { recordTransition, type Transition } from '../log/transition.ts';

/**
 * Takes a waiting customer out of the queue; an agent it was offered to keeps its turn. Of a call that
 * waited for another agent the talk ended when it was put back.
 */
export async function abandonCall(
  db: Queryable,
  callId: CallId,
  reason: 'customer-left' | 'customer-lost',
): Promise<Transition | undefined> {
  return inTransaction(db, async (tx) => {
    const [before] = await tx<{ offeredTo: UserId | null }[]>`
      select offered_to from calls
      where id = ${callId} and status in ('queued', 'offered') for update`;
    if (!before) return undefined;
    const [row] = await tx`
      update calls set status = 'abandoned', ended_at = now(), talk_ended_at = requeued_at,
        bot_id = null, bot_lease_until = null, offered_to = null, offered_at = null, offer_expires_at = null
      where id = ${callId} returning *`;
    if (before.offeredTo) await moveAgent(tx, before.offeredTo, 'available');
    await notifyDesk(tx, '*');
    return recordTransition(tx, row, (call) => ({
      type: 'call.abandoned',
      actor: reason === 'customer-left' ? 'customer' : 'system',
      data: {
        reason,
        waitedMs: msBetween(call.requeuedAt ?? call.queuedAt, waitedUntil(call, reason)),
      },
    }));
  });
}

/** Somebody who vanished waited until the last sign of life, not until that was noticed. */
function waitedUntil(
  { endedAt, customerSeenAt }: CallRow,
  reason: 'customer-left' | 'customer-lost',
): Date | null {
  return reason === 'customer-lost' ? customerSeenAt : endedAt;
}

/**
 * Ends an active call; its agent goes on to wrap-up. With a side lost the talk counts to the last
 * sign of life of that side.
 */
export async function endCall(
  db: Queryable,
  callId: CallId,
  reason: EndReason,
): Promise<Transition | undefined> {
  return inTransaction(db, async (tx) => {
    const [row] = await tx`
      update calls set status = 'wrap-up', ended_at = now(), wrap_up_started_at = now(),
        talk_ended_at = case ${reason}
          when 'customer-lost' then greatest(answered_at, customer_seen_at)
          when 'agent-lost' then greatest(answered_at, agent_seen_at)
          else now() end,
        end_reason = ${reason}, held_at = null, recording_paused_at = null,
        bot_id = null, bot_lease_until = null
      where id = ${callId} and status = 'active' returning *`;
    const transition = await recordTransition(tx, row, ({ answeredAt, talkEndedAt }) => {
      const isLost = reason === 'customer-lost' || reason === 'agent-lost';
      const lostAt = isLost ? { lostMs: msBetween(answeredAt, talkEndedAt) } : {};
      return { type: 'call.ended', actor: endedBy[reason], data: { reason, ...lostAt } };
    });
    if (transition?.call.agentId) await moveAgent(tx, transition.call.agentId, 'wrap-up');
    return transition;
  });
}

const endedBy: Record<EndReason, Actor> = {
  'customer-hung-up': 'customer',
  'agent-hung-up': 'agent',
  'customer-lost': 'system',
  'agent-lost': 'system',
  system: 'system',
};

/** Whole milliseconds from one time to another, never negative. */
export function msBetween(from: Date | null, to: Date | null): number {
  return from && to ? Math.max(0, to.getTime() - from.getTime()) : 0;
}
