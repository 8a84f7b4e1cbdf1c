import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallId } from '@agent/protocol';
import {
  createDataKey,
  createFolderStore,
  type OpenRecordings,
  sealBytes,
  sha256Of,
  wrapDataKey,
} from '@agent/recordings';
import { finishRecording, openRecording } from '@agent/store';
import type { Harness } from './harness.ts';

/** A store of recordings in a folder of its own. */
export function openTestRecordings(): OpenRecordings {
  const folder = mkdtempSync(join(tmpdir(), 'web-recordings-'));
  return { store: createFolderStore(folder), masters: [Buffer.alloc(32, 7)] };
}

/** Stores a sound for a call, sealed as the bot does; returns the names of its objects. */
export async function keepSound(
  { services }: Harness,
  { store, masters }: OpenRecordings,
  callId: CallId,
  sound: Uint8Array,
): Promise<string[]> {
  const key = createDataKey();
  await openRecording(services.db, callId, wrapDataKey(key, callId, masters[0]));
  const sealed = sealBytes(sound, key);
  const names = [`${callId}/sound.webm`, `${callId}/waveform.dat`] as const;
  for (const name of names) await store.put(name, sealed);
  await finishRecording(services.db, callId, {
    ...{ soundName: names[0], waveformName: names[1] },
    ...{ bytes: sound.length, durationMs: 4_000, sha256: sha256Of(sealed) },
  });
  return [...names];
}
