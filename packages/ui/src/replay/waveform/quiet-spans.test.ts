import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinSpans, pausesBetween, quietSpans } from './quiet-spans.ts';

const lane = (levels: readonly number[]) => Float32Array.from(levels);
const seconds = (count: number, level: number) => Array.from({ length: count }, () => level);

test('silence is where both sides are quiet for more than two seconds, less its ends', () => {
  const customer = lane([0.5, ...seconds(9, 0)]);
  const agent = lane([...seconds(5, 0), 0.3, ...seconds(4, 0)]);
  expect(quietSpans({ stepMs: 1_000, customer, agent })).toEqual([
    { startMs: 1_250, endMs: 4_750 },
    { startMs: 6_250, endMs: 9_750 },
  ]);
});

test('two seconds are a breath, and a murmur is no silence', () => {
  const quiet = lane([0.5, 0, 0, 0.5]);
  expect(quietSpans({ stepMs: 1_000, customer: quiet, agent: quiet })).toEqual([]);
  const murmur = lane(seconds(20, 0.03));
  expect(quietSpans({ stepMs: 1_000, customer: murmur, agent: lane([]) })).toEqual([]);
});

test('without a waveform it is what lies between the talk', () => {
  const talk = [
    { startMs: 10_000, endMs: 12_000 },
    { startMs: 3_000, endMs: 11_000 },
  ];
  expect(pausesBetween(talk, 20_000)).toEqual([
    { startMs: 250, endMs: 2_750 },
    { startMs: 12_250, endMs: 19_750 },
  ]);
  expect(pausesBetween([], 5_000)).toEqual([{ startMs: 250, endMs: 4_750 }]);
});

test('joined spans lie one after another and hold what was in any of them', () => {
  const span = fc.tuple(fc.nat(1_000), fc.nat(100)).map(([startMs, lastsMs]) => {
    return { startMs, endMs: startMs + lastsMs };
  });
  fc.assert(
    fc.property(fc.array(span), fc.nat(1_100), (spans, atMs) => {
      const joined = joinSpans(spans);
      const holds = (all: typeof spans) =>
        all.some(({ startMs, endMs }) => startMs <= atMs && atMs < endMs);
      expect(holds(joined)).toBe(holds(spans));
      joined.slice(1).forEach(({ startMs }, index) => {
        expect(startMs).toBeGreaterThan(joined[index]?.endMs ?? 0);
      });
    }),
  );
});
