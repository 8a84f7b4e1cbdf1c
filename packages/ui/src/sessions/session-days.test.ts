import { expect, test } from 'vitest';
import { dayBeside, dayOf, sessionDays } from './session-days.ts';

const ended = (endedAt: string) => ({ endedAt });

test('puts neighbours of a day together and keeps the order', () => {
  const list = ['2026-11-23T10:00:00Z', '2026-11-23T00:10:00Z', '2026-11-22T23:50:00Z'].map(ended);
  const days = sessionDays(list, 'UTC');
  expect(days.map(({ key, sessions }) => [key, sessions.length])).toEqual([
    ['2026-11-23', 2],
    ['2026-11-22', 1],
  ]);
  expect(days.flatMap(({ sessions }) => sessions)).toEqual(list);
});

test('a day is one of the time zone', () => {
  const atMs = Date.parse('2026-11-22T23:50:00Z');
  expect(dayOf(atMs, 'UTC')).toBe('2026-11-22');
  expect(dayOf(atMs, 'Europe/Athens')).toBe('2026-11-23');
  expect(dayOf(atMs, 'America/Los_Angeles')).toBe('2026-11-22');
});

test('tells today and yesterday, also over a night in which clocks change', () => {
  const nowMs = Date.parse('2026-10-25T23:30:00Z');
  const zone = 'Europe/Berlin';
  expect(dayBeside('2026-10-26', nowMs, zone)).toBe('today');
  expect(dayBeside('2026-10-25', nowMs, zone)).toBe('yesterday');
  expect(dayBeside('2026-10-24', nowMs, zone)).toBe('another');
  expect(dayBeside('2026-02-28', Date.parse('2026-03-01T12:00:00Z'), 'UTC')).toBe('yesterday');
});

test('nothing has no days', () => {
  expect(sessionDays([], 'UTC')).toEqual([]);
});
