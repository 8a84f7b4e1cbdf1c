import { SAMPLE_RATE } from '../sound.ts';

/** Full scale for a click: short and steep, so that its place can be told to the sample. */
const CLICK = [0, 12_000, 24_000, -24_000, -12_000];

/** Silence with a click at each whole second, the first one at `firstMs` after the beginning. */
export function clicks(durationMs: number, firstMs: number): Int16Array {
  const samples = new Int16Array((durationMs * SAMPLE_RATE) / 1000);
  for (let atMs = firstMs; atMs < durationMs - 1; atMs += 1000) {
    samples.set(CLICK, (atMs * SAMPLE_RATE) / 1000);
  }
  return samples;
}

/** A click of the other lane is less here: in the first 8 ms of a sound the encoder still mixes them. */
const CLICK_HEARD = 10_000;

/** Where the clicks in a lane are, in milliseconds: the loudest sample of each. */
export function clickTimesMs(lane: Int16Array): number[] {
  const times: number[] = [];
  for (let at = 0; at < lane.length; at++) {
    if (Math.abs(lane[at] as number) < CLICK_HEARD) continue;
    const burst = lane.subarray(at, at + 160);
    const loudest = burst.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    const peak = burst.findIndex((sample) => Math.abs(sample) === loudest);
    times.push(((at + peak) * 1000) / SAMPLE_RATE);
    at += SAMPLE_RATE / 2;
  }
  return times;
}
