import { expect, it } from 'vitest';
import { fakeAgents, fakeGroup, fakeWeek } from '../../test-support/fake-figures.ts';
import { placeWords } from '../place-words.ts';
import { heatCells, hoursWith } from './heat-cells.ts';
import { barsOf, hasValues, trendPoints } from './trend-points.ts';

const thisYear = 2026;

it('puts hours beside those as far from the start, whatever they are called', () => {
  const now = [
    fakeGroup('2026-11-30T08:00:00+01:00', 1),
    fakeGroup('2026-11-30T09:00:00+01:00', 2),
  ];
  const before = [fakeGroup('2026-11-23T08:00:00+01:00', 3)];
  expect(trendPoints({ now, before, by: 'hour', thisYear }, 'offered')).toMatchObject([
    { label: '08:00', labelBefore: '08:00', now: 412, before: 1236, nowWords: '412' },
    { label: '09:00', labelBefore: null, now: 824, before: null, beforeWords: '–' },
  ]);
});

it('puts agents beside themselves', () => {
  const [alex, priya] = fakeAgents;
  if (!alex || !priya) throw new Error('There are two.');
  const asked = { now: [alex, priya], before: [priya], by: 'agent', thisYear } as const;
  const points = trendPoints(asked, 'answered');
  expect(points.map(({ before }) => before === null)).toEqual([true, false]);
});

it.each([
  ['hour', ['2026-11-29T08:00:00+01:00', '2026-11-30T08:00:00+01:00'], ['Sun 08:00', 'Mon 08:00']],
  ['day', ['2026-11-30', '2025-12-01'], ['Mon 30 Nov', 'Mon 1 Dec 2025']],
  ['week', ['2026-11-23'], ['from 23 Nov']],
  ['weekday-hour', ['3-4'], ['Wed 04:00']],
] as const)('calls places by %s so that they cannot be confused', (by, keys, words) => {
  const groups = keys.map((key) => fakeGroup(key, 1));
  expect(groups.map(placeWords(groups, by, thisYear))).toEqual(words);
});

it('draws bars of those with a figure alone, the largest first', () => {
  const points = trendPoints({ now: fakeAgents, before: [], by: 'agent', thisYear }, 'csat');
  expect(barsOf(points).map(({ label }) => label)).toEqual(['Priya Raghunathan', 'Alex Agent']);
  expect(hasValues(points)).toBe(true);
  expect(hasValues([])).toBe(false);
});

it('shows of the hours of a week those in which there is anything', () => {
  const cells = heatCells(fakeWeek, 'offered');
  expect(hoursWith(cells)).toEqual({ first: 8, last: 18 });
  expect(cells.find(({ weekday, hour }) => weekday === 1 && hour === 13)).toMatchObject({
    ...{ value: 82, words: '82 calls', short: '82' },
  });
  const service = heatCells(fakeWeek, 'service-level');
  expect(service.find(({ weekday, hour }) => weekday === 1 && hour === 13)?.words).toMatch(
    /^77\.5\u00a0% of 80 calls$/,
  );
});
