import type { CallId, RatingRequest } from '@agent/protocol';
import {
  breaksConstraint,
  type Database,
  inTransaction,
  type Queryable,
} from '../database/connect.ts';
import { notifyDesk } from '../database/notifications.ts';
import { type CallRow, callRowSchema } from '../log/call-row.ts';
import { appendTransition, recordTransition, type Transition } from '../log/transition.ts';

/** What a customer gave to be connected, with what the server made for it. */
export interface NewCall {
  id: CallId;
  customerName: string;
  contactKind: 'email' | 'phone';
  contact: string;
  transcribed: boolean;
  /** Whether its sound may be kept; only of a call that is transcribed. */
  recorded: boolean;
  /** Version of the words by which both were asked. */
  noticeVersion: string;
  customerIdentity: string;
}

/** Stores a call with both consents and puts it at the end of the queue. */
export async function createCall(db: Queryable, call: NewCall): Promise<Transition> {
  return inTransaction(db, async (tx) => {
    const [row] = await tx`
      insert into calls (id, status, customer_name, contact_kind, contact, transcribed, recorded,
        notice_version, consent_at, queued_at, customer_identity, customer_seen_at)
      values (${call.id}, 'queued', ${call.customerName}, ${call.contactKind}, ${call.contact},
        ${call.transcribed}, ${call.recorded}, ${call.noticeVersion},
        ${call.transcribed ? tx`now()` : null}, now(), ${call.customerIdentity}, now())
      returning *`;
    const { customerName, transcribed, recorded } = call;
    await tx`
      insert into consents (call_id, kind, accepted, notice_version)
      values (${call.id}, 'transcribed', ${transcribed}, ${call.noticeVersion}),
        (${call.id}, 'recorded', ${recorded}, ${call.noticeVersion})`;
    const transition = await appendTransition(tx, row, () => {
      const data = { customerName, transcribed, recorded };
      return { type: 'call.queued', actor: 'customer', data };
    });
    await notifyDesk(tx, '*');
    return transition;
  });
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
