import { expect, test } from 'vitest';
import { orderLatenessMs } from './order-lateness.ts';

const expectedAt = '2026-11-17T17:00:00Z';
const nextDayMs = Date.parse(expectedAt) + 86_400_000;

test.each(['processing', 'shipped', 'delayed'] as const)(
  'an order that is %s can be late',
  (status) => {
    expect(orderLatenessMs({ status, expectedAt }, nextDayMs)).toBe(86_400_000);
  },
);

test.each(['delivered', 'returned', 'refunded', 'cancelled'] as const)(
  'an order that is %s is never late',
  (status) => {
    expect(orderLatenessMs({ status, expectedAt }, nextDayMs)).toBeNull();
  },
);

test('an order is not late before its time, nor without one', () => {
  expect(orderLatenessMs({ status: 'shipped', expectedAt }, nextDayMs - 90_000_000)).toBeNull();
  expect(orderLatenessMs({ status: 'shipped', expectedAt: null }, nextDayMs)).toBeNull();
});
