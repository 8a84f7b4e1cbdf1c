import { expect, it } from 'vitest';
import { fakeAgentDay } from '../../test-support/fake-figures.ts';
import { dayAfter, dayCalls, daySpans } from './day-parts.ts';

it('tells statuses with the reason of a break', () => {
  const spans = daySpans(fakeAgentDay());
  expect(spans.find(({ status }) => status === 'break')?.detail).toBe('lunch');
  expect(spans.at(-1)).toMatchObject({ status: 'on-call', endMs: null });
});

it('counts as a call what was talked, not what rang', () => {
  expect(dayCalls(fakeAgentDay()).map(({ name, isOver }) => [name, isOver])).toEqual([
    ['Maria Santos', true],
    ['Tom Becker', false],
  ]);
});

it('goes from day to day over the end of a year', () => {
  expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
  expect(dayAfter('2026-03-01', -1)).toBe('2026-02-28');
});
