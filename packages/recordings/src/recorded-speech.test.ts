import { loadSpeech } from '@agent/testing/speech';
import { beforeAll, describe, expect, it } from 'vitest';
import { assembleRecording } from './assemble/assemble-recording.ts';
import { createCallRecorder } from './call-recorder.ts';
import { readParts } from './parts/read-parts.ts';
import { createDataKey } from './seal/data-key.ts';
import type { Lane, Span } from './sound.ts';
import { type DecodedSound, decodeWebm } from './test-support/decode-webm.ts';
import { createMemoryFiles } from './test-support/memory-files.ts';

const lanes = ['customer', 'agent'] as const;
const mostMs = 30_000;
let spoken: Record<Lane, Int16Array>;
let heard: DecodedSound;
let masked: Span;
let turns: readonly { speaker: Lane; startMs: number; endMs: number }[];

beforeAll(async () => {
  const speech = await loadSpeech('double-charge');
  spoken = speech.recordings;
  turns = speech.script.turns.filter((turn) => turn.endMs < mostMs);
  const turn = turns[2];
  masked = { fromMs: (turn?.startMs ?? 0) - 200, toMs: (turn?.endMs ?? 0) + 200 };

  const files = createMemoryFiles();
  const key = createDataKey();
  const recorder = createCallRecorder({ fromMs: 0, files, key, onLost: () => {} });
  for (let at = 0; at < mostMs * 16; at += 512) {
    for (const lane of lanes) recorder.place(lane, spoken[lane].subarray(at, at + 512), at / 16);
    recorder.advance(at / 16 + 32);
  }
  recorder.mask(masked);
  recorder.settle(mostMs + 1000);
  await recorder.close();
  const recording = await assembleRecording((await readParts(files, key)).parts);
  heard = await decodeWebm(recording?.webm ?? new Uint8Array());
});

function level(lane: Int16Array, { fromMs, toMs }: Span): number {
  const stretch = lane.subarray(fromMs * 16, toMs * 16);
  const power = stretch.reduce((sum, sample) => sum + sample * sample, 0) / stretch.length;
  return 20 * Math.log10(Math.sqrt(power) / 32_768 + 1e-9);
}

/** By how many samples the second lies behind the first, where they are most alike. */
function delaySamples(one: Int16Array, other: Int16Array, { fromMs, toMs }: Span): number {
  let best = { delay: 0, likeness: Number.NEGATIVE_INFINITY };
  for (let delay = -40; delay <= 40; delay++) {
    let likeness = 0;
    for (let at = fromMs * 16; at < toMs * 16; at++) {
      likeness += (one[at] ?? 0) * (other[at + delay] ?? 0);
    }
    if (likeness > best.likeness) best = { delay, likeness };
  }
  return best.delay;
}

/** Turns besides the masked one, without the 8 ms in which the encoder learns who talks. */
function kept() {
  return turns
    .filter(({ startMs, endMs }) => endMs < masked.fromMs || startMs > masked.toMs)
    .map((turn) => ({ lane: turn.speaker, fromMs: turn.startMs + 40, toMs: turn.endMs - 40 }));
}

describe('recorded speech', () => {
  it('is as loud as it was spoken, and in its place to the sample', () => {
    expect(kept().length).toBeGreaterThan(2);
    for (const { lane, ...span } of kept()) {
      expect(Math.abs(level(heard[lane], span) - level(spoken[lane], span))).toBeLessThan(1);
      expect(Math.abs(delaySamples(spoken[lane], heard[lane], span))).toBeLessThanOrEqual(2);
    }
  });

  it('does not reach the other lane', () => {
    for (const { lane, ...span } of kept()) {
      const other = lane === 'customer' ? 'agent' : 'customer';
      expect(level(heard[other], span)).toBeLessThan(level(heard[lane], span) - 40);
    }
  });

  it('is not to be heard where it was masked', () => {
    expect(Math.max(...lanes.map((lane) => level(spoken[lane], masked)))).toBeGreaterThan(-40);
    for (const lane of lanes) expect(level(heard[lane], masked)).toBeLessThan(-78);
  });
});
