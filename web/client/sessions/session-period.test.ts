import { afterEach, expect, it, vi } from 'vitest';
import { sessionPeriod } from './session-period.ts';

const none = { from: null, to: null };
afterEach(() => vi.unstubAllEnvs());

it('begins days at midnight of this browser, not of the server', () => {
  vi.stubEnv('TZ', 'America/Los_Angeles');
  const now = new Date('2026-11-24T03:00:00Z');
  expect(sessionPeriod({ period: 'today', ...none }, now)).toEqual({
    from: '2026-11-23T08:00:00.000Z',
  });
  expect(sessionPeriod({ period: 'yesterday', ...none }, now)).toEqual({
    from: '2026-11-22T08:00:00.000Z',
    to: '2026-11-23T08:00:00.000Z',
  });
});

it('counts today as one of the last days', () => {
  vi.stubEnv('TZ', 'UTC');
  const now = new Date('2026-11-23T15:00:00Z');
  expect(sessionPeriod({ period: '7-days', ...none }, now)).toEqual({
    from: '2026-11-17T00:00:00.000Z',
  });
  expect(sessionPeriod({ period: '30-days', ...none }, now)).toEqual({
    from: '2026-10-25T00:00:00.000Z',
  });
});

it('takes the last of chosen days whole, over a night in which clocks change', () => {
  vi.stubEnv('TZ', 'Europe/Berlin');
  const days = { period: 'days', from: '2026-10-24', to: '2026-10-25' } as const;
  expect(sessionPeriod(days, new Date())).toEqual({
    from: '2026-10-23T22:00:00.000Z',
    to: '2026-10-25T23:00:00.000Z',
  });
});

it('leaves open what is not chosen', () => {
  expect(sessionPeriod({ period: 'any', ...none }, new Date())).toEqual({});
  expect(sessionPeriod({ period: 'days', ...none }, new Date())).toEqual({});
});
