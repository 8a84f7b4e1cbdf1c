import { expect, test } from 'vitest';
import { momentText, parseMoment } from './moment-text.ts';

test.each([
  ['0', 0],
  ['75', 75_000],
  ['1:15', 75_000],
  ['12:34', 754_000],
  ['1:02:03', 3_723_000],
])('%s is a moment', (text, atMs) => {
  expect(parseMoment(text)).toBe(atMs);
});

test.each(['', 'x', '-1', '1:', ':30', '1.5', '1e3', ' 1', '1:2:3:4', '9'.repeat(400)])(
  '%j is none',
  (text) => {
    expect(parseMoment(text)).toBeNull();
  },
);

test('what is written is read as the second in which it is', () => {
  for (const atMs of [0, 999, 75_400, 3_723_999, 10_800_000]) {
    expect(parseMoment(momentText(atMs))).toBe(Math.floor(atMs / 1_000) * 1_000);
  }
});
