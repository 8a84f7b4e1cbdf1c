import { describe, expect, test } from 'vitest';
import { formatClock, formatSeconds, formatTimer, isoDuration } from './clock.ts';

describe('formatClock', () => {
  test.each([
    [0, '0:00'],
    [999, '0:00'],
    [80_000, '1:20'],
    [3_600_000, '1:00:00'],
    [-5_000, '0:00'],
  ])('writes %i ms as %s', (durationMs, text) => {
    expect(formatClock(durationMs)).toBe(text);
  });
});

test('a timer keeps two digits for minutes', () => {
  expect([formatTimer(61_000), formatTimer(754_000)]).toEqual(['01:01', '12:34']);
});

test('seconds carry a unit and a decimal only while small', () => {
  expect([formatSeconds(400), formatSeconds(6_200)]).toEqual(['0.4 s', '6 s']);
});

test('durations are machine-readable', () => {
  expect(isoDuration(80_500)).toBe('PT80S');
});
