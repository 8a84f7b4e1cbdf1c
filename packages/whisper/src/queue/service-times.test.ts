import { expect, it } from 'vitest';
import { createServiceTimes } from './service-times.ts';

it('guesses before anything was measured, a final longer than an interim', () => {
  const times = createServiceTimes();
  expect([times.expectedMs('interim'), times.expectedMs('final')]).toEqual([100, 300]);
});

it('moves a tenth of the way to each time taken, of its own tier only', () => {
  const times = createServiceTimes();
  times.record('final', 1300);
  expect(times.expectedMs('final')).toBeCloseTo(400);
  times.record('final', 0);
  expect(times.expectedMs('final')).toBeCloseTo(360);
  expect(times.expectedMs('interim')).toBe(100);
});
