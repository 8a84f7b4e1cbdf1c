import 'server-only';
import type { CallId } from '@agent/protocol';
import {
  isRecordingError,
  openSealedObject,
  type SealedObject,
  unwrapDataKey,
} from '@agent/recordings';
import { findRecording, type RecordingRow } from '@agent/store';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';

/** A sound or a waveform in the store, opened. */
export interface OpenedSound {
  row: RecordingRow;
  sealed: SealedObject;
}

/**
 * Opens the sound of a call, or its waveform. Refuses as not found when there is none (any more), and as
 * unavailable when it cannot be reached; who may hear it is for the caller to look at.
 */
export async function openSound(
  { db, recordings, log }: Pick<Services, 'db' | 'recordings' | 'log'>,
  callId: CallId,
  part: 'sound' | 'waveform',
): Promise<OpenedSound> {
  const row = await findRecording(db, callId);
  const name = part === 'sound' ? row?.soundName : row?.waveformName;
  if (row?.status !== 'ready' || !row.wrappedKey || !name) throw noSound();
  if (!recordings) throw Problem.unavailable('This server has no store of recordings.');
  const key = unwrapDataKey(row.wrappedKey, callId, recordings.masters);
  const sealed = await openSealedObject(recordings.store, name, key).catch((error: unknown) => {
    if (!isRecordingError(error, 'store-unavailable')) throw error;
    throw Problem.unavailable('The sound cannot be reached now. Try again in a few seconds.');
  });
  if (sealed) return { row, sealed };
  log.error({ callId, part }, 'a recording that is ready is not in the store');
  throw noSound();
}

function noSound(): Problem {
  return Problem.notFound('There is no sound of this call.');
}
