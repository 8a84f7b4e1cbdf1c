import type { CallId, QueueId, RatingRequest } from '@agent/protocol';
import {
  breaksConstraint,
  type Database,
  inTransaction,
  type Queryable,
  type Transaction,
} from '../database/connect.ts';
import { notifyDesk } from '../database/notifications.ts';
import { StoreError } from '../database/store-error.ts';
import { type CallRow, callRowSchema } from '../log/call-row.ts';
import { appendTransition, recordTransition, type Transition } from '../log/transition.ts';
import { queueRowSchema } from '../queues/queue-row.ts';

/** What a customer gave to be connected, with what the server made for it. */
export interface NewCall {
  id: CallId;
  queueId: QueueId;
  customerName: string;
  contactKind: 'email' | 'phone';
  contact: string;
  transcribed: boolean;
  /** Whether its sound may be kept; only of a call that is transcribed. */
  recorded: boolean;
  /** Version of the words by which both were asked. */
  noticeVersion: string;
  /** The words of that version, where they are not ours but the queue's. */
  noticeWords?: string | undefined;
  customerIdentity: string;
}

/**
 * Stores a call with both consents and puts it at the end of its queue.
 * @throws StoreError `queue-not-open` when there is no such queue any more.
 */
export async function createCall(db: Queryable, call: NewCall): Promise<Transition> {
  return inTransaction(db, async (tx) => {
    // Whoever removes the queue waits until the call is in it.
    const [queue] = await tx`
      select id, name, target_seconds from queues
      where id = ${call.queueId} and removed_at is null for share`;
    if (!queue) throw StoreError.queueNotOpen(call.queueId);
    const { name: queueName, targetSeconds } = joinedSchema.parse(queue);
    const [row] = await tx`
      insert into calls (id, status, queue_id, queue_name, target_seconds, customer_name,
        contact_kind, contact, transcribed, recorded, notice_version, consent_at, queued_at,
        customer_identity, customer_seen_at)
      values (${call.id}, 'queued', ${call.queueId}, ${queueName}, ${targetSeconds},
        ${call.customerName}, ${call.contactKind}, ${call.contact}, ${call.transcribed},
        ${call.recorded}, ${call.noticeVersion}, ${call.transcribed ? tx`now()` : null}, now(),
        ${call.customerIdentity}, now())
      returning *`;
    await storeConsents(tx, call);
    const { customerName, transcribed, recorded, queueId: id } = call;
    const transition = await appendTransition(tx, row, () => {
      const data = { customerName, transcribed, recorded, queue: { id, name: queueName } };
      return { type: 'call.queued', actor: 'customer', data };
    });
    await notifyDesk(tx, '*');
    return transition;
  });
}

const joinedSchema = queueRowSchema.pick({ name: true, targetSeconds: true });

async function storeConsents(tx: Transaction, call: NewCall): Promise<void> {
  const { id, transcribed, recorded, noticeVersion, noticeWords } = call;
  if (noticeWords !== undefined) {
    await tx`
      insert into notice_words (version, words) values (${noticeVersion}, ${noticeWords})
      on conflict (version) do nothing`;
  }
  await tx`
    insert into consents (call_id, kind, accepted, notice_version)
    values (${id}, 'transcribed', ${transcribed}, ${noticeVersion}),
      (${id}, 'recorded', ${recorded}, ${noticeVersion})`;
}

/** Stores a call unless its id is known already; the same start sent twice at once is one call. */
export async function createCallOnce(
  db: Database,
  call: NewCall,
): Promise<{ call: CallRow; isNew: boolean }> {
  try {
    return { call: (await createCall(db, call)).call, isNew: true };
  } catch (error) {
    const first = breaksConstraint(error, 'calls_pkey') && (await findCall(db, call.id));
    if (!first) throw error;
    return { call: first, isNew: false };
  }
}

/** The call, or undefined when there is none. */
export async function findCall(db: Queryable, callId: CallId): Promise<CallRow | undefined> {
  const [row] = await db`select * from calls where id = ${callId}`;
  return row && callRowSchema.parse(row);
}

/** Stores the customer's rating; once, and only after the call has ended. */
export async function rateCall(
  db: Queryable,
  callId: CallId,
  { score, comment }: RatingRequest,
): Promise<Transition | undefined> {
  return inTransaction(db, async (tx) => {
    const [row] = await tx`
      update calls set rated_at = now(), rating = ${score}, rating_comment = ${comment}
      where id = ${callId} and status in ('wrap-up', 'closed') and rated_at is null
        and erased_at is null
      returning *`;
    return recordTransition(tx, row, () => {
      return { type: 'call.rated', actor: 'customer', data: { score, comment } };
    });
  });
}

/** Notes a sign of life of the customer. */
export async function touchCustomer(db: Queryable, callId: CallId): Promise<void> {
  await db`update calls set customer_seen_at = now()
    where id = ${callId} and status in ('queued', 'offered', 'active')`;
}

/**
 * Notes a sign of life of the agent on its call or during wrap-up. Somebody who has not been seen
 * for 60 s was away: that is no wrap-up.
 */
export async function touchAgentOnCall(db: Queryable, callId: CallId): Promise<void> {
  await db`
    update calls set agent_seen_at = now(),
      wrap_up_away_ms = wrap_up_away_ms + case
        when status = 'wrap-up' and agent_seen_at < now() - interval '60 seconds' then round(1000 *
          extract(epoch from now() - greatest(agent_seen_at, wrap_up_started_at)))::bigint
        else 0 end
    where id = ${callId} and status in ('active', 'wrap-up')`;
}
