import { metricIds } from '@agent/protocol';
import { expect, it } from 'vitest';
import { fakeHours, fakeMetrics, noFigure } from '../../test-support/fake-figures.ts';
import { figureTile } from './figure-tile.ts';
import { tileGroups } from './tile-groups.ts';

const tileOf = (answer: ReturnType<typeof fakeMetrics>, id: string) => {
  const figure = answer.metrics.find((one) => one.id === id);
  if (!figure) throw new Error(`There is no ${id}.`);
  return figureTile(figure, answer.groups);
};

it('has a tile for every figure, once', () => {
  const shown = tileGroups.flatMap(({ ids }) => ids);
  expect(shown.toSorted()).toEqual([...metricIds].toSorted());
});

it('tells value, sample, change and how it went, in the words of the definition', () => {
  const tile = tileOf(fakeMetrics(), 'speed-of-answer');
  expect(tile).toMatchObject({
    ...{ name: 'Speed of answer', value: '18\u00a0s', sample: '377 answered calls' },
    callsHref: '/calls/history?metric=speed-of-answer&from=2026-11-30&to=2026-11-30',
  });
  expect(tile.change).toMatchObject({ tone: 'worse' });
  expect(tile.change?.words).toMatch(/longer$/);
  expect(tile.points).toHaveLength(fakeHours.length);
  expect(tile.definition.worked).toMatch(/÷ 377 answered calls = 18\u00a0s$/);
});

it('says why there is no value, and compares nothing with it', () => {
  const tile = tileOf(fakeMetrics({}, { csat: noFigure('too-few', 4) }), 'csat');
  expect(tile).toMatchObject({ value: null, change: null });
  expect(tile.why).toBe('4 ratings; fewer than 10 say too little.');
});

it('repeats no count, and leads to no calls where it is of time', () => {
  const answer = fakeMetrics();
  expect(tileOf(answer, 'offered')).toMatchObject({ value: '412', sample: 'calls' });
  expect(tileOf(answer, 'occupancy').callsHref).toBeUndefined();
});
