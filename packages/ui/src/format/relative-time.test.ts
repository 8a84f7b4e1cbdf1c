import { expect, test } from 'vitest';
import { formatDays, formatRelativeTime } from './relative-time.ts';

const nowMs = Date.parse('2026-11-23T10:00:00Z');

test.each([
  ['2026-11-23T09:59:30Z', 'now'],
  ['2026-11-23T09:57:00Z', '3 minutes ago'],
  ['2026-11-23T08:00:00Z', '2 hours ago'],
  ['2026-11-22T08:00:00Z', '1 day ago'],
  ['2026-11-26T17:00:00Z', 'in 3 days'],
  ['2026-09-02T08:30:00Z', '2 months ago'],
  ['2021-03-12T09:00:00Z', '5 years ago'],
])('%s is %s', (at, words) => {
  expect(formatRelativeTime(Date.parse(at), nowMs)).toBe(words);
});

test('speaks other languages', () => {
  expect(formatRelativeTime(nowMs - 7_200_000, nowMs, 'de')).toBe('vor 2 Stunden');
});

test('days are whole and never none', () => {
  expect([formatDays(3_600_000), formatDays(6.9 * 86_400_000)]).toEqual(['1 day', '6 days']);
});
