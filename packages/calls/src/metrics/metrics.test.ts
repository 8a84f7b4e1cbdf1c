import { metricIds } from '@agent/protocol';
import { expect, test } from 'vitest';
import { newUserId } from '../test-support/any-facts.ts';
import { evaluate } from './evaluate.ts';
import { noCalls, noRepeats, noTime } from './figure-sums.ts';
import { metricOf, metrics } from './metrics.ts';

const none = { calls: noCalls(), repeats: noRepeats(), time: noTime() };

test('every figure is defined once, in the order of the tiles', () => {
  expect(metrics.map(({ id }) => id)).toEqual(metricIds);
});

test('definitions say all that a reader needs, in words without an end that another has', () => {
  expect(new Set(metrics.map(({ name }) => name)).size).toBe(metrics.length);
  for (const { name, sentence, formula, notes, counted } of metrics) {
    expect(name.length).toBeLessThanOrEqual(24);
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(formula).not.toMatch(/\.$/);
    expect(notes.length).toBeGreaterThan(0);
    for (const note of notes) expect(note).toMatch(/[.]$/);
    expect(counted.one).not.toBe('');
  }
});

test('without a call there are no calls, and everything else has no value', () => {
  for (const metric of metrics) {
    const value = evaluate(metric, none, {});
    if (metric.unit === 'calls') expect(value).toMatchObject({ value: 0, why: null, n: 0 });
    else expect(value).toMatchObject({ value: null, why: 'nothing', n: 0 });
  }
});

test('what was not recorded has no value, not even none', () => {
  for (const metric of metrics) {
    const value = evaluate(metric, { calls: null, repeats: null, time: null }, {});
    expect(value).toMatchObject({ value: null, why: 'not-recorded' });
  }
});

test('what an agent or an outcome cannot answer is not answered', () => {
  const reasons = (filter: Parameters<typeof evaluate>[2], why: string) =>
    metrics.filter((metric) => evaluate(metric, none, filter).why === why).map(({ id }) => id);
  expect(reasons({ agent: newUserId() }, 'not-by-agent')).toEqual([
    ...['offered', 'abandon-rate', 'service-level', 'offers-not-taken'],
  ]);
  expect(reasons({ outcome: 'resolved' as never }, 'not-by-outcome')).toEqual([
    ...['abandon-rate', 'service-level', 'resolution-rate', 'first-call-resolution'],
    ...['occupancy', 'utilisation'],
  ]);
});

test('few ratings have no share, and their number all the same', () => {
  const of = (rated: number, satisfied: number) =>
    evaluate(metricOf('csat'), { ...none, calls: { ...noCalls(), rated, satisfied } }, {});
  expect(of(9, 9)).toMatchObject({ value: null, why: 'too-few', n: 9 });
  expect(of(10, 9)).toMatchObject({ value: 0.9, why: null, n: 10 });
});

test('less than half an hour tells nothing of how busy people are', () => {
  const minutes = (available: number, onCall: number) => {
    const time = { ...noTime(), available: available * 60_000, 'on-call': onCall * 60_000 };
    return evaluate(metricOf('occupancy'), { ...none, time }, {});
  };
  expect(minutes(19, 10)).toMatchObject({ value: null, why: 'too-few', n: 29 * 60_000 });
  expect(minutes(20, 10)).toMatchObject({ value: 1 / 3, n: 30 * 60_000 });
});

test('breaks count against utilisation alone, and ringing against neither', () => {
  const hour = 3_600_000;
  const time = { available: hour, offered: hour, 'on-call': hour, 'wrap-up': hour, break: hour };
  expect(evaluate(metricOf('occupancy'), { ...none, time }, {}).value).toBeCloseTo(2 / 3);
  expect(evaluate(metricOf('utilisation'), { ...none, time }, {}).value).toBeCloseTo(3 / 5);
});
