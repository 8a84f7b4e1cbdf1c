import { type AppendedEvent, type CallId, callIdSchema, type UserId } from '@agent/protocol';
import { z } from 'zod';
import { moveAgent } from '../agents/agent-state.ts';
import { appendInitialDensity, lockSuggestionDensity } from '../agents/suggestion-density.ts';
import {
  type Database,
  inTransaction,
  type Queryable,
  type Transaction,
} from '../database/connect.ts';
import { notifyClaimable, notifyDesk } from '../database/notifications.ts';
import { recordTransition, type Transition } from '../log/transition.ts';

/** `alsoAppended` are the events after the one that says so, in order. */
export interface AcceptedOffer extends Transition {
  alsoAppended: readonly AppendedEvent[];
}

/**
 * The agent takes the call it is offered; undefined when the offer is no longer its. Of a call that was
 * answered before, the first answer stays where all its times count from.
 */
export async function acceptOffer(
  db: Queryable,
  callId: CallId,
  agentId: UserId,
): Promise<AcceptedOffer | undefined> {
  return inTransaction(db, async (tx) => {
    const density = await lockSuggestionDensity(tx, agentId);
    const accepted = density && (await activate(tx, callId, agentId));
    if (!accepted) return undefined;
    const told = await appendInitialDensity(tx, callId, density);
    await moveAgent(tx, agentId, 'on-call');
    await notifyDesk(tx, '*');
    if (accepted.call.transcribed) await notifyClaimable(tx, callId);
    if (!told) return { ...accepted, alsoAppended: [] };
    return { call: told.call, appended: accepted.appended, alsoAppended: [told.appended] };
  });
}

async function activate(
  tx: Transaction,
  callId: CallId,
  agentId: UserId,
): Promise<Transition | undefined> {
  const [row] = await tx`
    update calls set status = 'active', agent_id = u.id, agent_name = u.display_name,
      answered_at = coalesce(answered_at, now()), customer_seen_at = now(), agent_seen_at = now(),
      taken_on_at = case when answered_at is not null then now() end,
      without_agent_ms = without_agent_ms + case when answered_at is not null
        then round(1000 * extract(epoch from now() - requeued_at))::bigint else 0 end,
      offered_to = null, offered_at = null, offer_expires_at = null
    from users u
    where calls.id = ${callId} and status = 'offered' and offered_to = ${agentId}
      and u.id = ${agentId}
    returning calls.*`;
  return recordTransition(tx, row, ({ agentName }) => {
    return { type: 'call.accepted', actor: 'agent', data: { agentId, agentName: agentName ?? '' } };
  });
}

/** The agent does not want the call: it goes back to its place, the agent to the end of the line. */
export async function declineOffer(
  db: Queryable,
  callId: CallId,
  agentId: UserId,
): Promise<Transition | undefined> {
  return inTransaction(db, async (tx) => {
    const [row] = await tx`
      update calls set status = 'queued',
        offered_to = null, offered_at = null, offer_expires_at = null
      where id = ${callId} and status = 'offered' and offered_to = ${agentId} returning *`;
    if (!row) return undefined;
    await tx`
      insert into offer_declines (call_id, agent_id, declined_at) values (${callId}, ${agentId}, now())
      on conflict (call_id, agent_id) do update set declined_at = excluded.declined_at`;
    await moveAgent(tx, agentId, 'available', { restIdle: true });
    await notifyDesk(tx, '*');
    return recordTransition(tx, row, () => {
      return { type: 'call.offer-declined', actor: 'agent', data: { agentId } };
    });
  });
}

/** How offers end that nobody answered in time. */
export interface ExpireOptions {
  /** Whether agents could have answered. Default true. */
  couldAnswer?: boolean;
}

/**
 * Takes back offers nobody answered in time. The call keeps its place in the queue; the agent, who
 * is evidently away, goes on a break, or stays available when it could not have answered.
 */
export async function expireOffers(
  db: Database,
  { couldAnswer = true }: ExpireOptions = {},
): Promise<Transition[]> {
  const rows = await db`
    select id from calls where status = 'offered' and offer_expires_at <= now() order by queued_at`;
  const transitions: Transition[] = [];
  for (const { id } of z.array(z.object({ id: callIdSchema })).parse(rows)) {
    const transition = await db.begin((tx) =>
      expireOffer(tx, id, couldAnswer ? 'break' : 'available'),
    );
    if (transition) transitions.push(transition);
  }
  return transitions;
}

async function expireOffer(
  tx: Transaction,
  callId: CallId,
  agentGoes: 'break' | 'available',
): Promise<Transition | undefined> {
  const [expired] = await tx<{ offeredTo: UserId }[]>`
    select offered_to from calls
    where id = ${callId} and status = 'offered' and offer_expires_at <= now() for update`;
  return expired && takeBackOffer(tx, callId, { agentId: expired.offeredTo, agentGoes });
}

/** Takes back the offer of a call that is locked and on offer to this agent, who goes to `agentGoes`. */
export async function takeBackOffer(
  tx: Transaction,
  callId: CallId,
  { agentId, agentGoes }: { agentId: UserId; agentGoes: 'break' | 'available' | 'offline' },
): Promise<Transition | undefined> {
  const [row] = await tx`
    update calls set status = 'queued',
      offered_to = null, offered_at = null, offer_expires_at = null
    where id = ${callId} and status = 'offered' and offered_to = ${agentId} returning *`;
  await moveAgent(
    tx,
    agentId,
    agentGoes,
    agentGoes === 'break' ? { breakReason: 'no-answer' } : {},
  );
  await notifyDesk(tx, '*');
  return recordTransition(tx, row, () => {
    return { type: 'call.offer-expired', actor: 'system', data: { agentId } };
  });
}
