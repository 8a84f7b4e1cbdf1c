import { type DataKey, sealBytes, sha256Of } from '@agent/recordings';
import { assembleRecording, createPartFolder, readParts } from '@agent/recordings/record';
import type { CallSpan } from '../call-span.ts';

/** What a sound is made of. */
export interface PartsToAssemble {
  /** Folder of the parts. */
  folder: string;
  key: DataKey;
  /** Stretches that must be silent. */
  masks: readonly CallSpan[];
}

/** A sound, sealed, and what is known of it. */
export interface SealedSound {
  sound: Uint8Array;
  waveform: Uint8Array;
  /** Of the sound before it was sealed. */
  bytes: number;
  durationMs: number;
  /** Of the sealed sound. */
  sha256: string;
  /** Stretches of which there is no part. */
  missing: CallSpan[];
}

/** Makes one sound of the parts in a folder; undefined when nothing in there can be heard. */
export async function assembleParts(what: PartsToAssemble): Promise<SealedSound | undefined> {
  const { folder, key, masks } = what;
  const { parts } = await readParts(createPartFolder(folder), key);
  const recording = await assembleRecording(parts, { masks });
  if (!recording) return undefined;
  const { webm, waveform, durationMs, missing } = recording;
  const sound = sealBytes(webm, key);
  return {
    sound,
    waveform: sealBytes(waveform, key),
    bytes: webm.length,
    durationMs,
    sha256: sha256Of(sound),
    missing,
  };
}
