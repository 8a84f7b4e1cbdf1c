import type { AppendedEvent, CallId, NewCallEvent } from '@agent/protocol';
import { inTransaction, type Queryable, type Transaction } from '../database/connect.ts';
import { appendCallEvent } from '../log/call-events.ts';
import { stableEventId } from '../log/event-ids.ts';

/** A sound that is whole and stored. */
export interface FinishedRecording {
  soundName: string;
  waveformName: string;
  /** Of the sound, unsealed. */
  bytes: number;
  durationMs: number;
  /** Of the sealed sound, in hexadecimal. */
  sha256: string;
}

/**
 * Says that the sound of a call is ready, in its row and its log. Undefined when there is nothing to
 * finish: it is finished, lost or deleted already. What was stored for a deleted one must go.
 */
export async function finishRecording(
  db: Queryable,
  callId: CallId,
  finished: FinishedRecording,
): Promise<AppendedEvent | undefined> {
  const { soundName, waveformName, bytes, durationMs, sha256 } = finished;
  return inTransaction(db, async (tx) => {
    await lockCall(tx, callId);
    const [row] = await tx`
      update recordings set status = 'ready', ready_at = clock_timestamp(),
        sound_name = ${soundName}, waveform_name = ${waveformName}, bytes = ${bytes},
        duration_ms = ${durationMs}, sha256 = ${sha256},
        assembler = null, assembler_lease_until = null
      where call_id = ${callId} and status = 'recording' returning 1`;
    return (
      row && appendCallEvent(tx, callId, botEvent(callId, 'recording.ready', { durationMs, bytes }))
    );
  });
}

/**
 * Says that nothing of the sound of a call is left, `talkMs` long. Undefined when its recording is
 * over already.
 */
export async function loseRecording(
  db: Queryable,
  callId: CallId,
  talkMs: number,
): Promise<AppendedEvent | undefined> {
  return inTransaction(db, async (tx) => {
    await lockCall(tx, callId);
    const [row] = await tx`
      update recordings set status = 'lost', assembler = null, assembler_lease_until = null
      where call_id = ${callId} and status = 'recording' returning 1`;
    const data = { startMs: 0, endMs: talkMs, reason: 'nothing-kept' } as const;
    return row && appendCallEvent(tx, callId, botEvent(callId, 'recording.lost', data));
  });
}

/** The call before its recording, as whoever erases it locks them. */
async function lockCall(tx: Transaction, callId: CallId): Promise<void> {
  await tx`select 1 from calls where id = ${callId} for update`;
}

function botEvent<T extends 'recording.ready' | 'recording.lost'>(
  callId: CallId,
  type: T,
  data: Extract<NewCallEvent, { type: T }>['data'],
): NewCallEvent {
  return { eventId: stableEventId(type, callId), actor: 'bot', type, data } as NewCallEvent;
}
