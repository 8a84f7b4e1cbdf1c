import { type CallId, callIdSchema, type UserId, userIdSchema } from '@agent/protocol';
import { z } from 'zod';
import { moveAgent } from '../agents/agent-state.ts';
import type { Database, Transaction } from '../database/connect.ts';
import { notifyDesk } from '../database/notifications.ts';
import { recordTransition, type Transition } from '../log/transition.ts';
import { takeBackOffer } from './offers.ts';
import { closeWithoutAgent } from './wrap-up.ts';

const openSchema = z.object({ id: callIdSchema, status: z.enum(['offered', 'active', 'wrap-up']) });

/**
 * Takes the call at hand from somebody who is no agent any more, and the agent off duty. A call with its
 * customer on it waits for another agent, in its place by `queued_at`; one on offer goes on waiting;
 * one in wrap-up is closed by the system. Undefined without a call at hand. For the transaction that
 * disables somebody or gives another role; what is returned is to be delivered after it.
 */
export async function requeueCallOfAgent(
  tx: Transaction,
  agentId: UserId,
): Promise<Transition | undefined> {
  // Whoever accepts an offer locks its user first, too.
  await tx`select 1 from users where id = ${agentId} for no key update`;
  const [row] = await tx`
    select id, status from calls
    where coalesce(agent_id, offered_to) = ${agentId} and status in ('offered', 'active', 'wrap-up')
    for update`;
  const transition = row && (await takeFrom(tx, agentId, openSchema.parse(row)));
  await moveAgent(tx, agentId, 'offline');
  return transition;
}

/** Does the same for everybody who has a call at hand and is no agent any more, whoever saw to that. */
export async function requeueCallsOfFormerAgents(db: Database): Promise<Transition[]> {
  const rows = await db`
    select u.id from calls c join users u on u.id = coalesce(c.agent_id, c.offered_to)
    where c.status in ('offered', 'active', 'wrap-up') and (u.disabled or u.role <> 'agent')`;
  const transitions: Transition[] = [];
  for (const { id } of z.array(z.object({ id: userIdSchema })).parse(rows)) {
    const transition = await db.begin((tx) => requeueCallOfAgent(tx, id));
    if (transition) transitions.push(transition);
  }
  return transitions;
}

function takeFrom(
  tx: Transaction,
  agentId: UserId,
  { id, status }: z.infer<typeof openSchema>,
): Promise<Transition | undefined> {
  switch (status) {
    case 'offered':
      return takeBackOffer(tx, id, { agentId, agentGoes: 'offline' });
    case 'active':
      return requeue(tx, id);
    case 'wrap-up':
      return closeWithoutAgent(tx, id);
    default:
      return status satisfies never;
  }
}

/**
 * Puts an active call back. Its hold and the pause of its recording end; its agent must not come into
 * the room again. The bot that serves it keeps its lease, until it has stored the last words and gives
 * it back: no other comes into the room before. The customer counts as seen just now, as it has to learn
 * first that it waits.
 */
async function requeue(tx: Transaction, callId: CallId): Promise<Transition | undefined> {
  await tx`
    insert into expelled_identities (call_id, identity)
      select id, agent_identity from calls where id = ${callId} and agent_identity is not null
      on conflict do nothing`;
  const [row] = await tx`
    update calls set status = 'queued', agent_id = null, agent_name = null, agent_identity = null,
      agent_seen_at = null, requeued_at = now(), taken_on_at = null, customer_seen_at = now(),
      held_at = null, recording_paused_at = null
    where id = ${callId} and status = 'active' returning *`;
  await notifyDesk(tx, '*');
  return recordTransition(tx, row, () => {
    return { type: 'call.requeued', actor: 'system', data: { reason: 'agent-left' } };
  });
}
