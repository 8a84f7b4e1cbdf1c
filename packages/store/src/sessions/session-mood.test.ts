import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sessionMood } from './session-mood.ts';

const lines = (...scores: number[]) =>
  scores.map((score, index) => ({ atMs: index * 1_000, score }));

it('nobody knows how a call without a line sounded', () => {
  expect(sessionMood([])).toEqual({ start: null, end: null, trend: [] });
});

it('a call with one line ends as it began', () => {
  expect(sessionMood(lines(0.5))).toEqual({ start: 0.5, end: 0.5, trend: [0.5] });
});

it('two lines are a beginning and an end, in the order they were said', () => {
  const [first, last] = lines(-0.9, 0.7);
  expect(sessionMood([last, first].flatMap((line) => line ?? []))).toMatchObject({
    start: -0.9,
    end: 0.7,
  });
});

it('a stretch in which nothing was scored is a hole in the trend', () => {
  const mood = sessionMood([
    { atMs: 0, score: 1 },
    { atMs: 100, score: 0 },
    { atMs: 90_000, score: -1 },
  ]);
  expect(mood.trend).toEqual([0.5, null, -1]);
});

it('is never longer than a line in a list can show, and stays within what a score can be', () => {
  const line = fc.record({
    atMs: fc.integer({ min: 0, max: 10_000_000 }),
    score: fc.double({ min: -1, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 200 }), (scored) => {
      const { start, end, trend } = sessionMood(scored);
      expect(trend.length).toBeLessThanOrEqual(24);
      for (const value of [start, end, ...trend]) {
        if (value !== null) expect(Math.abs(value)).toBeLessThanOrEqual(1);
      }
      expect(trend.every((value) => value === null)).toBe(scored.length === 0);
    }),
  );
});
