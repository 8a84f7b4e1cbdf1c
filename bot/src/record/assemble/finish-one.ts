import type { CallEventData, CallId, NewCallEvent } from '@agent/protocol';
import { type MasterKey, type RecordingStore, unwrapDataKey } from '@agent/recordings';
import type { FinishedRecording, RecordingNotes, UnfinishedRecording } from '@agent/store';
import { stableEventId } from '@agent/store';
import { type CallSpan, without } from '../call-span.ts';
import type { PartsToAssemble, SealedSound } from './assemble-parts.ts';
import type { Spool } from './spool.ts';

/** What the database has to do with a recording that is being finished. */
export interface FinishingStore {
  readNotes(callId: CallId): Promise<RecordingNotes>;
  append(callId: CallId, event: NewCallEvent): Promise<unknown>;
  /** Undefined when the recording was over already. */
  finish(callId: CallId, finished: FinishedRecording): Promise<unknown>;
  lose(callId: CallId, talkMs: number): Promise<unknown>;
  /** Whether somebody has deleted the recording meanwhile. */
  isDeleted(callId: CallId): Promise<boolean>;
}

export interface FinishOneOptions {
  database: FinishingStore;
  store: RecordingStore;
  spool: Pick<Spool, 'folderOf' | 'remove'>;
  masters: readonly MasterKey[];
  assemble: (what: PartsToAssemble) => Promise<SealedSound | undefined>;
}

/** A shorter stretch without sound is told nobody: a bot needs a moment to begin. */
const MIN_MISSING_MS = 1_000;

/**
 * Makes one sound of what bots have recorded of a call, stores it and says so. Whatever fails, all
 * of it can be done again. Tells what became of it.
 */
export async function finishOne(
  { callId, wrappedKey, talkMs }: UnfinishedRecording,
  knownMasks: readonly CallSpan[],
  { database, store, spool, masters, assemble }: FinishOneOptions,
): Promise<'ready' | 'lost' | 'deleted'> {
  const notes = await database.readNotes(callId);
  const masks = [...knownMasks, ...notes.masked, ...notes.silent];
  const key = unwrapDataKey(wrappedKey, callId, masters);
  const sealed = await assemble({ folder: spool.folderOf(callId), key, masks });
  if (!sealed) {
    await database.lose(callId, talkMs);
    await spool.remove(callId);
    return 'lost';
  }
  const { sound, waveform, bytes, durationMs, sha256 } = sealed;
  const soundName = `${callId}/sound.webm`;
  const waveformName = `${callId}/waveform.dat`;
  // Before anything is stored: to the log of an erased call nothing can be added.
  for (const event of missingIn(sealed, talkMs, [...notes.lost, ...notes.waits])) {
    await database.append(callId, lostEvent(callId, event));
  }
  await store.put(waveformName, waveform);
  await store.put(soundName, sound);
  const finished = { soundName, waveformName, bytes, durationMs, sha256 };
  const isReady = (await database.finish(callId, finished)) !== undefined;
  const isDeleted = !isReady && (await database.isDeleted(callId));
  if (isDeleted) await store.remove(callId);
  await spool.remove(callId);
  return isDeleted ? 'deleted' : 'ready';
}

type Lost = CallEventData<'recording.lost'>;

/** What is missing and not known yet: before, between and after the parts. */
function missingIn(
  { missing, durationMs }: SealedSound,
  talkMs: number,
  known: readonly CallSpan[],
): Lost[] {
  return [...missing, { fromMs: durationMs, toMs: talkMs }]
    .flatMap((span) => without(span, known))
    .filter(({ fromMs, toMs }) => toMs - fromMs >= MIN_MISSING_MS)
    .map(({ fromMs, toMs }) => {
      const isBetween = fromMs > 0 && fromMs < durationMs;
      return { startMs: fromMs, endMs: toMs, reason: isBetween ? 'bot-restarted' : 'nothing-kept' };
    });
}

function lostEvent(callId: CallId, data: Lost): NewCallEvent {
  const { reason, startMs, endMs } = data;
  const eventId = stableEventId('recording.lost', callId, reason, `${startMs}`, `${endMs}`);
  return { eventId, actor: 'bot', type: 'recording.lost', data };
}
