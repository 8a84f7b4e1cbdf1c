import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysInWords } from './days-in-words.ts';
import {
  dayOfZone,
  daysFrom,
  figurePeriod,
  hoursOf,
  inZone,
  periodBefore,
} from './figure-period.ts';

const HOUR_MS = 3_600_000;
const berlin = 'Europe/Berlin';

function ask(range: Parameters<typeof figurePeriod>[0], now: string, zone = berlin) {
  const context = { zone, now: new Date(now) };
  const period = figurePeriod(range, context);
  const hours = (period.endsAt.getTime() - period.startsAt.getTime()) / HOUR_MS;
  return { period, before: periodBefore(period, context), hours };
}

test('periods by name are days of the zone, with today', () => {
  const now = '2026-11-30T23:30:00Z';
  const days = (range: Parameters<typeof figurePeriod>[0]) => {
    const { from, to } = ask(range, now).period;
    return [from, to];
  };
  expect(days({})).toEqual(['2026-12-01', '2026-12-01']);
  expect(days({ period: 'yesterday' })).toEqual(['2026-11-30', '2026-11-30']);
  expect(days({ period: '7-days' })).toEqual(['2026-11-25', '2026-12-01']);
  expect(days({ period: '28-days' })).toEqual(['2026-11-04', '2026-12-01']);
  expect(days({ period: '90-days' })).toEqual(['2026-09-03', '2026-12-01']);
  expect(days({ period: 'own', from: '2026-01-01', to: '2026-01-31' })).toEqual([
    ...['2026-01-01', '2026-01-31'],
  ]);
});

test('days have 23, 24 or 25 hours, and begin when the zone has it so', () => {
  const day = (from: string, zone: string) => ask({ from, to: from }, '2026-12-01T00:00:00Z', zone);
  expect(day('2026-03-29', berlin).hours).toBe(23);
  expect(day('2026-10-25', berlin).hours).toBe(25);
  expect(day('2026-10-26', berlin).hours).toBe(24);
  // Lord Howe changes its clocks by half an hour.
  expect(day('2026-04-05', 'Australia/Lord_Howe').hours).toBe(24.5);
  expect(day('2026-06-01', 'Asia/Kathmandu').period.startsAt.toISOString()).toBe(
    '2026-05-31T18:15:00.000Z',
  );
  // Where clocks are put forward at midnight the day begins at one.
  expect(day('2024-03-31', 'Asia/Beirut').hours).toBe(23);
});

test('today is compared with the same hours of the same weekday a week ago', () => {
  const { before } = ask({}, '2026-11-30T13:45:00Z');
  expect(before).toEqual({
    ...{ from: '2026-11-23', to: '2026-11-23', isCutShort: true },
    startsAt: new Date('2026-11-22T23:00:00Z'),
    endsAt: new Date('2026-11-23T13:45:00Z'),
  });
  // Over a change of clocks it is the time of day that counts.
  const over = ask({}, '2026-10-30T12:00:00Z').before;
  expect(over.endsAt).toEqual(new Date('2026-10-23T11:00:00Z'));
});

test('as many days before, of the same weekdays from seven on', () => {
  const now = '2026-12-31T12:00:00Z';
  const before = (from: string, to: string) => {
    const { before: previous } = ask({ from, to }, now);
    return [previous.from, previous.to, previous.isCutShort];
  };
  expect(before('2026-11-30', '2026-11-30')).toEqual(['2026-11-29', '2026-11-29', false]);
  expect(before('2026-11-26', '2026-11-30')).toEqual(['2026-11-21', '2026-11-25', false]);
  expect(before('2026-11-24', '2026-11-30')).toEqual(['2026-11-17', '2026-11-23', false]);
  expect(before('2026-11-21', '2026-11-30')).toEqual(['2026-11-07', '2026-11-16', false]);
  expect(before('2026-12-25', '2026-12-31')).toEqual(['2026-12-18', '2026-12-24', true]);
  // What has not begun has nothing to be cut short by.
  expect(before('2027-01-04', '2027-01-10')).toEqual(['2026-12-28', '2027-01-03', false]);
});

test('whatever is asked for, the period before ends when it does or earlier, and has as many days', () => {
  const zones = ['UTC', berlin, 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns'];
  const day = fc.date({
    min: new Date('2020-01-01'),
    max: new Date('2030-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, fc.nat(400), day, fc.constantFrom(...zones), (start, days, now, zone) => {
      const from = start.toISOString().slice(0, 10);
      const to = new Date(start.getTime() + days * 86_400_000).toISOString().slice(0, 10);
      const period = figurePeriod({ from, to }, { zone, now });
      const before = periodBefore(period, { zone, now });
      expect(before.endsAt <= period.startsAt || days === 0).toBe(true);
      expect(before.startsAt < period.startsAt).toBe(true);
      expect(dayOfZone({ zone, now: period.startsAt })).toBe(from);
      expect(dayOfZone({ zone, now: new Date(period.endsAt.getTime() - 1) })).toBe(to);
      const lengthMs = (one: typeof period) => one.endsAt.getTime() - one.startsAt.getTime();
      if (before.isCutShort) expect(now >= period.startsAt && now < period.endsAt).toBe(true);
      else expect(Math.abs(lengthMs(period) - lengthMs(before))).toBeLessThanOrEqual(2 * HOUR_MS);
    }),
  );
});

test('hours go by the clock, also where it is changed', () => {
  const hours = (from: string, zone: string) => {
    const { period } = ask({ from, to: from }, '2026-12-01T00:00:00Z', zone);
    return hoursOf(period, zone).map((hour) => inZone(hour, zone).slice(11));
  };
  expect(hours('2026-10-25', berlin).slice(1, 5)).toEqual([
    ...['01:00:00+02:00', '02:00:00+02:00', '02:00:00+01:00', '03:00:00+01:00'],
  ]);
  expect(hours('2026-03-29', berlin).slice(1, 3)).toEqual(['01:00:00+01:00', '03:00:00+02:00']);
  expect(hours('2026-06-01', 'Asia/Kathmandu')).toHaveLength(24);
  expect(hours('2026-10-04', 'Australia/Lord_Howe').slice(1, 4)).toEqual([
    ...['01:00:00+10:30', '02:30:00+11:00', '03:00:00+11:00'],
  ]);
  expect(hours('2026-04-05', 'Australia/Lord_Howe').slice(1, 3)).toEqual([
    ...['01:00:00+11:00', '02:00:00+10:30'],
  ]);
  expect(daysFrom('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
});

test('moments are told as their zone has them', () => {
  const moment = new Date('2026-11-30T13:00:00Z');
  expect(inZone(moment, berlin)).toBe('2026-11-30T14:00:00+01:00');
  expect(inZone(moment, 'Asia/Kathmandu')).toBe('2026-11-30T18:45:00+05:45');
});

test('days are told in words', () => {
  expect(daysInWords('2026-11-30', '2026-11-30', 2026)).toBe('30 Nov');
  expect(daysInWords('2026-11-24', '2026-11-30', 2026)).toBe('24–30 Nov');
  expect(daysInWords('2026-10-28', '2026-11-03', 2026)).toBe('28 Oct – 3 Nov');
  expect(daysInWords('2025-11-24', '2025-11-30', 2026)).toBe('24–30 Nov 2025');
  expect(daysInWords('2025-12-30', '2026-01-02', 2026)).toBe('30 Dec 2025 – 2 Jan 2026');
});
