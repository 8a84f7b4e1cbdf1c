import { type CallId, callIdSchema, type QueueId, type UserId } from '@agent/protocol';
import { z } from 'zod';
import { onDuty } from '../agents/agent-state.ts';
import type { Database, Queryable, Transaction } from '../database/connect.ts';
import { notifyDesk } from '../database/notifications.ts';
import { recordTransition, type Transition } from '../log/transition.ts';

/** How a waiting call is offered to an agent. */
export interface OfferOptions {
  /** How long an agent has to accept. */
  offerMs: number;
  /** Makes the identity the agent gets in the room of this call. */
  newIdentity: () => string;
}

/** How long an agent who declined a call is not offered it again. */
const declinedMs = { whileOthersAreOnDuty: 30_000, alone: 5_000 } as const;

/**
 * Offers waiting calls to idle agents who take calls of their queue: the longest-waiting call to the
 * longest-idle agent, and so on. One transaction for each call. Any number of processes may run this at
 * once: each locks the call's row, then the agent's, and looks again when another was faster.
 */
export async function offerNextCalls(db: Database, options: OfferOptions): Promise<Transition[]> {
  const transitions: Transition[] = [];
  let callId = await nextCall(db);
  while (callId !== undefined) {
    const id = callId;
    const transition = await db.begin((tx) => offerCall(tx, id, options));
    if (transition) transitions.push(transition);
    callId = await nextCall(db, id);
  }
  return transitions;
}

/**
 * The longest-waiting call, of those behind `after`, in whose queue somebody is available. However many
 * wait where nobody is, none of them is looked at.
 */
async function nextCall(db: Database, after?: CallId): Promise<CallId | undefined> {
  const behind = after
    ? db`and (queued_at, id) > (select queued_at, id from calls where id = ${after})`
    : db``;
  const [row] = await db`
    select first.id from (
      select distinct a.queue_id from agent_states s
      join users u on u.id = s.agent_id and not u.disabled
      join agent_queues a on a.agent_id = s.agent_id
      where s.status = 'available'
    ) served cross join lateral (
      select id, queued_at from calls
      where status = 'queued' and queue_id = served.queue_id ${behind}
      order by queued_at, id limit 1
    ) first
    order by first.queued_at, first.id limit 1`;
  return row && z.object({ id: callIdSchema }).parse(row).id;
}

async function offerCall(
  tx: Transaction,
  callId: CallId,
  { offerMs, newIdentity }: OfferOptions,
): Promise<Transition | undefined> {
  const [queued] = await tx<{ queueId: QueueId }[]>`
    select queue_id from calls where id = ${callId} and status = 'queued' for update`;
  const agentId = queued && (await reserveLongestIdleAgent(tx, callId, queued.queueId));
  if (!agentId) return undefined;
  const [row] = await tx`
    update calls set status = 'offered', offered_to = ${agentId}, offered_at = now(),
      offer_expires_at = now() + ${offerMs}::double precision * interval '1 ms',
      agent_identity = ${newIdentity()}
    where id = ${callId} returning *`;
  await notifyDesk(tx, '*');
  return recordTransition(tx, row, () => {
    return { type: 'call.offered', actor: 'system', data: { agentId } };
  });
}

/** Takes the agent of the queue whose turn it is; looks again when its status changed in between. */
async function reserveLongestIdleAgent(
  tx: Transaction,
  callId: CallId,
  queueId: QueueId,
): Promise<UserId | undefined> {
  for (;;) {
    const [candidate] = await tx<{ agentId: UserId }[]>`
      select s.agent_id from agent_states s join users u on u.id = s.agent_id and not u.disabled
      join agent_queues a on a.agent_id = s.agent_id and a.queue_id = ${queueId}
      where s.status = 'available' and not exists (
        select 1 from offer_declines d
        where d.call_id = ${callId} and d.agent_id = s.agent_id and d.declined_at > now() - case
          when exists (
            select 1 from agent_states o
            join agent_queues q on q.agent_id = o.agent_id and q.queue_id = ${queueId}
            where o.agent_id <> s.agent_id and ${onDuty(tx)}
          ) then ${declinedMs.whileOthersAreOnDuty}::double precision * interval '1 ms'
          else ${declinedMs.alone}::double precision * interval '1 ms' end
      )
      order by s.idle_since, s.agent_id limit 1`;
    if (!candidate) return undefined;
    const reserved = await tx`
      update agent_states set status = 'offered', status_since = now()
      where agent_id = ${candidate.agentId} and status = 'available' returning 1`;
    if (reserved.length > 0) return candidate.agentId;
  }
}

/** Forgets declined offers that keep nobody from anything any more. */
export async function pruneDeclines(db: Queryable): Promise<void> {
  const { whileOthersAreOnDuty: longestMs } = declinedMs;
  await db`
    delete from offer_declines where (call_id, agent_id) in (
      select call_id, agent_id from offer_declines
      where declined_at <= now() - ${longestMs}::double precision * interval '1 ms'
      for update skip locked
    )`;
}

/** Runs `work` unless another process is running it now; tells whether it ran. */
export async function withDispatcherLock(
  db: Database,
  work: () => Promise<void>,
): Promise<boolean> {
  return db.begin(async (tx) => {
    const [row] = await tx<{ locked: boolean }[]>`
      select pg_try_advisory_xact_lock(hashtext('dispatcher')) as locked`;
    if (!row?.locked) return false;
    await work();
    return true;
  });
}
