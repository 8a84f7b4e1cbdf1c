import { expect, test } from 'vitest';
import { changeFor, changeInWords } from './change-in-words.ts';
import { explainFigure } from './explain-figure.ts';
import { formatFigure } from './format-figure.ts';
import { metricOf } from './metrics.ts';
import { wilsonRange } from './wilson-range.ts';

test('counts, shares, times and scores are told in one way everywhere', () => {
  const counts = [0, 999, 1_000, 1_234_567, -1_234].map((value) => formatFigure('calls', value));
  expect(counts).toEqual(['0', '999', '1,000', '1,234,567', '−1,234']);
  const shares = [0, 0.0001, 0.5, 0.8421, 0.9999, 1].map((value) => formatFigure('share', value));
  expect(shares).toEqual([
    ...['0\u00a0%', '<\u00a00.1\u00a0%', '50\u00a0%', '84.2\u00a0%', '>\u00a099.9\u00a0%'],
    '100\u00a0%',
  ]);
  const times = [0, 400, 4_249, 9_960, 31_400, 59_600, 310_000, 3_723_000, 3_599_600];
  expect(times.map((value) => formatFigure('ms', value))).toEqual([
    ...[
      '0\u00a0s',
      '0.4\u00a0s',
      '4.2\u00a0s',
      '10\u00a0s',
      '31\u00a0s',
      '1:00',
      '5:10',
      '1:02:03',
      '1:00:00',
    ],
  ]);
  const scores = [0.321, -0.1, -0.001].map((value) => formatFigure('score', value));
  expect(scores).toEqual(['0.32', '−0.10', '0.00']);
});

test('a change is told in words of its unit', () => {
  const words = (id: Parameters<typeof metricOf>[0], now: number, before: number) =>
    changeInWords(metricOf(id), { value: now }, { value: before });
  expect(words('handle-time', 341_000, 310_000)).toBe('31\u00a0s longer');
  expect(words('handle-time', 310_000, 310_020)).toBe('no change');
  expect(words('service-level', 0.8, 0.824)).toBe('2.4 points lower');
  expect(words('service-level', 0.81, 0.8)).toBe('1 point higher');
  expect(words('service-level', 0.8001, 0.8)).toBe('no change');
  expect(words('offered', 1_212, 12)).toBe('1,200 more');
  expect(words('offered', 0, 3)).toBe('3 fewer');
  expect(words('sentiment', -0.1, 0.1)).toBe('0.20 lower');
  expect(changeInWords(metricOf('csat'), { value: null }, { value: 0.9 })).toBeNull();
  expect(changeInWords(metricOf('csat'), { value: 0.9 }, null)).toBeNull();
});

test('whether a change is good depends on the figure', () => {
  const change = (id: Parameters<typeof metricOf>[0]) =>
    changeFor(metricOf(id), { value: 0.5 }, { value: 0.25 });
  expect(change('service-level')).toBe('better');
  expect(change('abandon-rate')).toBe('worse');
  expect(change('occupancy')).toBe('neither');
  expect(changeFor(metricOf('csat'), { value: 0.5 }, { value: 0.5 })).toBeNull();
});

test('a definition is told with its numbers put in', () => {
  const explain = (id: Parameters<typeof metricOf>[0], dividend: number, divisor: number) => {
    const value = { value: dividend / divisor, why: null, n: divisor, dividend, divisor };
    return explainFigure(metricOf(id), value).working;
  };
  expect(explain('handle-time', 12_340_000, 37)).toBe(
    '12,340 s of talk, hold and wrap-up ÷ 37 closed calls = 5:34',
  );
  expect(explain('abandon-rate', 9, 120)).toBe(
    '9 given up ÷ 120 calls answered or given up = 7.5\u00a0%',
  );
  expect(explain('occupancy', 5_400_000, 7_200_000)).toBe(
    '90 min on calls ÷ 120 minutes on calls or ready for them = 75\u00a0%',
  );
  expect(explain('sentiment', -1.5, 3)).toBe('−1.50 in all ÷ 3 calls with a score = −0.50');
  const offered = { value: 1, why: null, n: 1, dividend: 1, divisor: 1 };
  expect(explainFigure(metricOf('offered'), offered).working).toBe('1 call');
});

test('what has no value says why', () => {
  const nothing = { value: null, n: 0, dividend: 0, divisor: 0 };
  const why = (id: Parameters<typeof metricOf>[0], value: object) =>
    explainFigure(metricOf(id), { ...nothing, why: 'nothing', ...value }).why;
  expect(why('csat', {})).toBe('There are no ratings.');
  expect(why('csat', { why: 'too-few', n: 4 })).toBe('4 ratings; fewer than 10 say too little.');
  expect(why('occupancy', { why: 'too-few', n: 60_000 })).toBe(
    '1 minute on calls or ready for them; fewer than 30 say too little.',
  );
  expect(why('occupancy', {})).toBe('Nobody was signed in then.');
  for (const reason of ['not-by-agent', 'not-by-outcome', 'not-recorded']) {
    expect(why('abandon-rate', { why: reason })).toMatch(/^\S.*\.$/);
  }
});

test('of few ratings it is told how far the true share may be off', () => {
  expect(wilsonRange(0, 0)).toBeNull();
  // As in the tables of R's binom.wilson.
  expect(wilsonRange(8, 10)?.low).toBeCloseTo(0.4902, 3);
  expect(wilsonRange(8, 10)?.high).toBeCloseTo(0.9433, 3);
  expect(wilsonRange(10, 10)?.high).toBeCloseTo(1, 12);
  expect(wilsonRange(0, 10)?.low).toBe(0);
  const ten = { value: 0.8, why: null, n: 10, dividend: 8, divisor: 10 };
  expect(explainFigure(metricOf('csat'), ten).range).toContain('between 49\u00a0% and 94.3\u00a0%');
  expect(explainFigure(metricOf('resolution-rate'), ten).range).toBeNull();
});
