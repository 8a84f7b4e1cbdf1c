import { expect, test } from 'vitest';
import { readWaveform } from './read-waveform.ts';
import { peaksOver } from './waveform-peaks.ts';

/** A waveform file of 16 kHz, 640 samples a point, with these highs of customer and agent. */
function file(points: readonly [customer: number, agent: number][], version = 2): ArrayBuffer {
  const bytes = new DataView(new ArrayBuffer(24 + points.length * 4));
  const head = [version, 1, 16_000, 640, points.length, 2];
  for (const [index, value] of head.entries()) bytes.setInt32(index * 4, value, true);
  points.forEach(([customer, agent], index) => {
    const lane = (at: number, high: number) => {
      bytes.setInt8(24 + index * 4 + at, -high);
      bytes.setInt8(24 + index * 4 + at + 1, high);
    };
    lane(0, customer);
    lane(2, agent);
  });
  return bytes.buffer;
}

test('reads what the bot writes: 40 ms a point, customer first', () => {
  const peaks = readWaveform(
    file([
      [127, 0],
      [0, 64],
    ]),
  );
  expect(peaks?.stepMs).toBe(40);
  expect([...(peaks?.customer ?? [])]).toEqual([1, 0]);
  expect(peaks?.agent[1]).toBeCloseTo(64 / 127);
});

test.each([
  ['nothing', new ArrayBuffer(0)],
  ['less than a head', new ArrayBuffer(23)],
  ['another version', file([[1, 1]], 9)],
  ['no waveform', new TextEncoder().encode('{"error":{"code":"not-found"}}').buffer],
])('takes %s for none', (_what, bytes) => {
  expect(readWaveform(bytes as ArrayBuffer)).toBeNull();
});

test('a file that is cut off is read as far as it goes, or not at all', () => {
  const whole = file([
    [127, 1],
    [127, 2],
    [127, 3],
  ]);
  for (let length = 0; length < whole.byteLength; length += 1) {
    expect(() => readWaveform(whole.slice(0, length))).not.toThrow();
  }
});

test('each stretch has its loudest moment, and what is over the end is silent', () => {
  const lane = Float32Array.from([0, 0.5, 0.1, 0.9]);
  expect([...peaksOver({ stepMs: 40 }, lane, 160, 2)]).toEqual([0.5, Math.fround(0.9)]);
  expect([...peaksOver({ stepMs: 40 }, lane, 320, 4)]).toEqual([0.5, Math.fround(0.9), 0, 0]);
  const finer = [...peaksOver({ stepMs: 40 }, lane, 160, 8)];
  expect(finer).toHaveLength(8);
  expect(finer.slice(2, 4)).toEqual([0.5, 0.5]);
});

test('speech is drawn within 50 ms of where it is, at every width', () => {
  const durationMs = 3_600_000;
  const lane = new Float32Array(durationMs / 40);
  const spokenMs = 1_234_560;
  lane[spokenMs / 40] = 1;
  for (const bars of [120, 466, 1_000]) {
    const drawn = peaksOver({ stepMs: 40 }, lane, durationMs, bars);
    const at = drawn.indexOf(1);
    const stretchMs = durationMs / bars;
    expect(at * stretchMs).toBeLessThanOrEqual(spokenMs + 40);
    expect((at + 1) * stretchMs).toBeGreaterThanOrEqual(spokenMs);
  }
});
