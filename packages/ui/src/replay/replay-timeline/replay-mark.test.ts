import { expect, test } from 'vitest';
import { sampleMarks } from '../../stories/sample-replay.ts';
import { nextMarkMs, type ReplayMark, rowsOf } from './replay-mark.ts';
import { clampedStepMs } from './slider-steps.ts';

const bar = (startMs: number, endMs: number): ReplayMark => ({
  ...{ id: `${startMs}`, kind: 'suggestion', startMs, endMs, text: '' },
});

test('bars that overlap stand in rows of their own, as long as there are rows', () => {
  const bars = [bar(0, 10), bar(5, 20), bar(10, 30), bar(12, 13), bar(14, 15), bar(40, 50)];
  expect(rowsOf(bars, 3)).toEqual([0, 1, 0, 2, 2, 0]);
  expect(rowsOf(bars, 1)).toEqual([0, 0, 0, 0, 0, 0]);
});

test('one walks along the marks in both directions and past none', () => {
  const forth: number[] = [];
  for (let at: number | null = 0; at !== null; at = nextMarkMs(sampleMarks, at, 1)) forth.push(at);
  expect(forth).toEqual([0, ...new Set(sampleMarks.map(({ startMs }) => startMs))]);
  const back: number[] = [];
  for (let at: number | null = 252_000; at !== null; at = nextMarkMs(sampleMarks, at, -1)) {
    back.push(at);
  }
  // Those within a second of each other are one place on the way back.
  expect(back.slice(0, 3)).toEqual([252_000, 214_000, 207_000]);
  expect(back.at(-1)).toBe(17_000);
});

test('while it plays, back is the mark before the one just passed', () => {
  expect(nextMarkMs([bar(10_000, 0), bar(20_000, 0)], 20_800, -1)).toBe(10_000);
  expect(nextMarkMs([bar(10_000, 0), bar(20_000, 0)], 21_200, -1)).toBe(20_000);
  expect(nextMarkMs([], 0, 1)).toBeNull();
});

test.each([
  ['ArrowLeft', 3_000, 0],
  ['ArrowRight', 98_000, 100_000],
  ['ArrowUp', 50_000, 55_000],
  ['PageDown', 50_000, 40_000],
  ['PageUp', 50_000, 60_000],
  ['Home', 50_000, 0],
  ['End', 50_000, 100_000],
  ['Enter', 50_000, null],
  ['toString', 50_000, null],
])('the key %s at %d leads to %s', (key, atMs, toMs) => {
  expect(clampedStepMs(key, atMs, 100_000)).toBe(toMs);
});
