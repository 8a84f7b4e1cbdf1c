import type { CallId } from '@agent/protocol';
import { inTransaction, type Queryable } from '../database/connect.ts';
import { recordTransition, type Transition } from '../log/transition.ts';

/** Puts an active call on hold; undefined when it is on hold already or not active. */
export async function holdCall(db: Queryable, callId: CallId): Promise<Transition | undefined> {
  return inTransaction(db, async (tx) => {
    const [row] = await tx`
      update calls set held_at = now()
      where id = ${callId} and status = 'active' and held_at is null returning *`;
    return recordTransition(tx, row, () => ({ type: 'call.held', actor: 'agent', data: {} }));
  });
}

/** Takes a call off hold; undefined when it is not on hold. */
export async function resumeCall(db: Queryable, callId: CallId): Promise<Transition | undefined> {
  return inTransaction(db, async (tx) => {
    const [row] = await tx`
      update calls set held_at = null
      where id = ${callId} and status = 'active' and held_at is not null returning *`;
    return recordTransition(tx, row, () => ({ type: 'call.resumed', actor: 'agent', data: {} }));
  });
}
