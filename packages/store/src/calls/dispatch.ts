import { type CallId, callIdSchema, type UserId } from '@agent/protocol';
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
 * Offers waiting calls to idle agents: the longest-waiting call to the longest-idle agent, and so
 * on. One transaction for each call. Any number of processes may run this at once: each locks the
 * call's row, then the agent's, and looks again when another was faster.
 */
export async function offerNextCalls(db: Database, options: OfferOptions): Promise<Transition[]> {
  const waiting = await db`
    select id from calls where status = 'queued' order by queued_at, id limit 100`;
  const transitions: Transition[] = [];
  for (const { id } of z.array(z.object({ id: callIdSchema })).parse(waiting)) {
    if (!(await isAnybodyAvailable(db))) break;
    const transition = await db.begin((tx) => offerCall(tx, id, options));
    if (transition) transitions.push(transition);
  }
  return transitions;
}

async function isAnybodyAvailable(db: Database): Promise<boolean> {
  const rows = await db`select 1 from agent_states where status = 'available' limit 1`;
  return rows.length > 0;
}

async function offerCall(
  tx: Transaction,
  callId: CallId,
  { offerMs, newIdentity }: OfferOptions,
): Promise<Transition | undefined> {
  const [queued] =
    await tx`select 1 from calls where id = ${callId} and status = 'queued' for update`;
  const agentId = queued && (await reserveLongestIdleAgent(tx, callId));
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

/** Takes the agent whose turn it is; looks again when its status changed in between. */
async function reserveLongestIdleAgent(
  tx: Transaction,
  callId: CallId,
): Promise<UserId | undefined> {
  for (;;) {
    const [candidate] = await tx<{ agentId: UserId }[]>`
      select s.agent_id from agent_states s join users u on u.id = s.agent_id and not u.disabled
      where s.status = 'available' and not exists (
        select 1 from offer_declines d
        where d.call_id = ${callId} and d.agent_id = s.agent_id and d.declined_at > now() - case
          when exists (
            select 1 from agent_states o
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
