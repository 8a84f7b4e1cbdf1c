import { SAMPLE_RATE, SLOT_SAMPLES } from '../sound.ts';

/** Slots in one point of the waveform: 40 ms. */
const SLOTS_A_POINT = 2;
const HEAD_BYTES = 24;
const VERSION = 2;
const EIGHT_BIT = 1;
const CHANNELS = 2;

/**
 * Gives the waveform of a recording as `audiowaveform` does (.dat, version 2, 8 bit, 2 channels),
 * which `waveform-data` reads in browsers. `peaks` are two bytes a slot: customer, agent.
 */
export function encodeWaveform(peaks: Uint8Array): Uint8Array {
  const points = Math.ceil(peaks.length / CHANNELS / SLOTS_A_POINT);
  const bytes = Buffer.alloc(HEAD_BYTES + points * CHANNELS * 2);
  bytes.writeInt32LE(VERSION, 0);
  bytes.writeUInt32LE(EIGHT_BIT, 4);
  bytes.writeInt32LE(SAMPLE_RATE, 8);
  bytes.writeInt32LE(SLOTS_A_POINT * SLOT_SAMPLES, 12);
  bytes.writeUInt32LE(points, 16);
  bytes.writeInt32LE(CHANNELS, 20);
  for (let point = 0; point < points; point++) {
    for (let lane = 0; lane < CHANNELS; lane++) {
      const loudest = loudestOf(peaks, point, lane);
      const at = HEAD_BYTES + (point * CHANNELS + lane) * 2;
      bytes.writeInt8(-loudest, at);
      bytes.writeInt8(loudest, at + 1);
    }
  }
  return bytes;
}

/** Bytes come from a file: no more than a point can say. */
function loudestOf(peaks: Uint8Array, point: number, lane: number): number {
  let loudest = 0;
  for (let slot = 0; slot < SLOTS_A_POINT; slot++) {
    const peak = peaks[(point * SLOTS_A_POINT + slot) * CHANNELS + lane] ?? 0;
    loudest = Math.max(loudest, Math.min(127, peak));
  }
  return loudest;
}
