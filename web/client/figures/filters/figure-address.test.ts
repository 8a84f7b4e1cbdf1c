import { metricsQuerySchema } from '@agent/protocol';
import { expect, it } from 'vitest';
import {
  daysAsked,
  type FilterAddress,
  figuresQuery,
  filterAddress,
  splitsFor,
  usualSplit,
} from './figure-address.ts';

const none: FilterAddress = {
  ...{ period: 'today', from: null, to: null, queue: null, agent: null, outcome: null },
};

it('asks by name, and by days once both are there', () => {
  expect(figuresQuery({ ...none, period: '28-days' }, 'day')).toEqual({
    ...{ period: '28-days', by: 'day' },
  });
  expect(figuresQuery({ ...none, period: 'own', from: '2026-11-01' })).toEqual({ period: 'today' });
  const own = { ...none, period: 'own' as const, from: '2026-11-01', to: '2026-11-09' };
  expect(figuresQuery(own)).toEqual({ from: '2026-11-01', to: '2026-11-09' });
  expect(metricsQuerySchema.safeParse(figuresQuery(own, 'week')).success).toBe(true);
});

it('leaves out of an address what cannot be read', () => {
  expect(filterAddress.from.parse('2026-02-30')).toBeNull();
  expect(filterAddress.agent.parse("' or 1=1")).toBeNull();
  expect(filterAddress.queue.parse('No such queue!')).toBeNull();
  expect(filterAddress.period.parse('ten-years')).toBeNull();
});

it('counts days, and never fewer than one', () => {
  const own = { ...none, period: 'own' as const };
  expect(daysAsked({ ...own, from: '2026-10-20', to: '2026-11-02' })).toBe(14);
  expect(daysAsked({ ...own, from: '2026-11-02', to: '2026-10-20' })).toBe(1);
  expect(daysAsked(own)).toBe(1);
});

it('splits into neither hundreds of points nor one', () => {
  expect(splitsFor(1)).toEqual(['hour', 'agent', 'queue']);
  expect(splitsFor(28)).toEqual(['day', 'week', 'agent', 'queue']);
  for (const days of [1, 2, 7, 28, 92, 93, 731]) {
    expect(splitsFor(days)).toContain(usualSplit(days));
  }
});
