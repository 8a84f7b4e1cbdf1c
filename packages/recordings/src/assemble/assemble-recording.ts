import type { PartContent } from '../parts/read-parts.ts';
import { SLOT_MS, type Span } from '../sound.ts';
import { encodeWaveform } from '../waveform/waveform-file.ts';
import { layTimeline } from './timeline.ts';
import { writeWebM } from './write-webm.ts';

/** A recording as it is stored and played. */
export interface AssembledRecording {
  /** One stereo file; its time is the call's clock. */
  webm: Uint8Array;
  /** Peaks of both lanes, for `waveform-data`. */
  waveform: Uint8Array;
  durationMs: number;
  /** Stretches that no part covers, the one before the first included. */
  missing: Span[];
}

/** What else is known of a recording. */
export interface AssembleOptions {
  /** Stretches that must be silent, and were not when they were written. Default none. */
  masks?: readonly Span[];
}

/**
 * Makes one file of what the bots of a call have written. Nothing is decoded, so it takes seconds for
 * an hour; undefined if there is no sound at all.
 */
export async function assembleRecording(
  parts: readonly PartContent[],
  options: AssembleOptions = {},
): Promise<AssembledRecording | undefined> {
  const { packets, peaks, missing } = layTimeline(parts, options.masks ?? []);
  if (packets.length === 0) return undefined;
  return {
    webm: await writeWebM(packets),
    waveform: encodeWaveform(peaks),
    durationMs: packets.length * SLOT_MS,
    missing,
  };
}
