import { type Actor, type CallId, callIdSchema } from '@agent/protocol';
import { z } from 'zod';
import { type Database, inTransaction, type Queryable } from '../database/connect.ts';
import { recordTransition, type Transition } from '../log/transition.ts';

/**
 * Leaves out of the recording what is said from now on; undefined when that is so already, or the call
 * is not active or not recorded.
 */
export async function pauseRecording(
  db: Queryable,
  callId: CallId,
): Promise<Transition | undefined> {
  return inTransaction(db, async (tx) => {
    const [row] = await tx`
      update calls set recording_paused_at = now()
      where id = ${callId} and status = 'active' and recorded and recording_paused_at is null
      returning *`;
    return recordTransition(tx, row, () => {
      return { type: 'recording.paused', actor: 'agent', data: {} };
    });
  });
}

/** Records on; undefined when it is not paused. */
export function resumeRecording(db: Queryable, callId: CallId): Promise<Transition | undefined> {
  return resume(db, callId, { actor: 'agent', pausedForMs: 0 });
}

/** Records on where it has been paused for so long: the agent may have forgotten it. */
export async function resumeOverduePauses(
  db: Database,
  { pausedForMs }: { pausedForMs: number },
): Promise<Transition[]> {
  const rows = await db`
    select id from calls where recording_paused_at is not null
      and recording_paused_at <= now() - ${pausedForMs}::double precision * interval '1 ms'`;
  const transitions: Transition[] = [];
  for (const { id } of z.array(z.object({ id: callIdSchema })).parse(rows)) {
    const transition = await resume(db, id, { actor: 'system', pausedForMs });
    if (transition) transitions.push(transition);
  }
  return transitions;
}

async function resume(
  db: Queryable,
  callId: CallId,
  { actor, pausedForMs }: { actor: Actor; pausedForMs: number },
): Promise<Transition | undefined> {
  return inTransaction(db, async (tx) => {
    const [row] = await tx`
      update calls set recording_paused_at = null
      where id = ${callId}
        and recording_paused_at <= now() - ${pausedForMs}::double precision * interval '1 ms'
      returning *`;
    return recordTransition(tx, row, () => ({ type: 'recording.resumed', actor, data: {} }));
  });
}
