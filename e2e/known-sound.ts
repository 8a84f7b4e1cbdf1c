import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Side } from '@agent/protocol';
import { createDataKey } from '@agent/recordings';
import {
  type AssembledRecording,
  assembleRecording,
  createCallRecorder,
  createPartFolder,
  readParts,
} from '@agent/recordings/record';

/** A stretch of a call, in milliseconds since it was answered. */
export interface Stretch {
  fromMs: number;
  toMs: number;
}

/** A stretch in which one side is heard. */
export interface Burst {
  speaker: Side;
  startMs: number;
  endMs: number;
}

const RATE = 16_000;
const FRAME = 512;
/** Short and steep, so that its place can be told to the sample. */
const CLICK = [0, 12_000, 24_000, -24_000, -12_000];
/** Clicks come so long after each whole second. */
export const CLICK_AFTER_MS = 500;
/** As loud as speech is, and the hum far below what counts as sound on a waveform. */
const BURST_LEVEL = 5_000;
const HUM_LEVEL = 300;

/**
 * A recording known to the sample: each stretch is recorded by a bot of its own, with silence between.
 * In them both lanes hum, click, and are loud in the bursts of their side.
 */
export async function knownSound(
  stretches: readonly Stretch[],
  bursts: readonly Burst[],
): Promise<AssembledRecording> {
  const folder = await mkdtemp(join(tmpdir(), 'known-sound-'));
  try {
    const files = createPartFolder(folder);
    const key = createDataKey();
    for (const { fromMs, toMs } of stretches) {
      const recorder = createCallRecorder({ fromMs, files, key, onLost: () => undefined });
      for (let at = (fromMs * RATE) / 1000; at < (toMs * RATE) / 1000; at += FRAME) {
        for (const lane of ['customer', 'agent'] as const) {
          recorder.place(lane, frame(lane, at, bursts), (at * 1000) / RATE);
        }
        recorder.advance((at * 1000) / RATE + 32);
      }
      recorder.settle(toMs + 1_000);
      await recorder.close();
    }
    const recording = await assembleRecording((await readParts(files, key)).parts);
    if (!recording) throw new Error('Nothing was recorded.');
    return recording;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Samples of a lane from one on, which is counted from the beginning of the call. */
function frame(lane: Side, first: number, bursts: readonly Burst[]): Int16Array {
  return Int16Array.from({ length: FRAME }, (_, index) => {
    const at = first + index;
    const inClick = (at - (CLICK_AFTER_MS * RATE) / 1000 + RATE) % RATE;
    const click = CLICK[inClick];
    if (click !== undefined) return click;
    const atMs = (at * 1000) / RATE;
    const isLoud = bursts.some(
      ({ speaker, startMs, endMs }) => speaker === lane && startMs <= atMs && atMs < endMs,
    );
    return (isLoud ? BURST_LEVEL : HUM_LEVEL) * Math.sin((2 * Math.PI * 300 * at) / RATE);
  });
}
