import { describe, expect, it } from 'vitest';
import type { AlertMetric } from './alert-metrics.ts';
import {
  type CallStretch,
  COMPARED_DAYS,
  COMPARED_WEEKS,
  type StretchSums,
  windowHours,
} from './call-stretch.ts';
import { strictness } from './finding.ts';
import { type CallHistory, type Judging, judge } from './judge.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const nowMs = Date.parse('2026-11-25T13:00:00Z');
const none: StretchSums = {
  ...{ offered: 0, settled: 0, abandoned: 0, closed: 0, handleMs: 0, lnHandle: 0 },
  ...{ lnHandleSquares: 0, rated: 0, ratings: 0, ratingSquares: 0 },
  ...{ scored: 0, sentiment: 0, sentimentSquares: 0 },
};

/** An hour with so many calls; every second of them takes `handleS`, the others half of it. */
function anHour(
  calls: number,
  { handleS = 300, abandoned = 0, rating = 4, sentiment = 0.1 } = {},
): StretchSums {
  const ln = [Math.log(handleS * 1_000), Math.log(handleS * 500)];
  const [long = 0, short = 0] = ln;
  const closed = calls - abandoned;
  return {
    ...{ offered: calls, settled: calls, abandoned, closed },
    ...{ handleMs: closed * handleS * 750, lnHandle: (closed * (long + short)) / 2 },
    lnHandleSquares: (closed * (long ** 2 + short ** 2)) / 2,
    ...{ rated: closed, ratings: closed * rating, ratingSquares: closed * (rating ** 2 + 1) },
    ...{ scored: closed, sentiment: closed * sentiment },
    sentimentSquares: closed * (sentiment ** 2 + 0.1),
  };
}

function times(sums: StretchSums, factor: number): StretchSums {
  const entries = Object.entries(sums).map(([name, value]) => [name, value * factor]);
  return { ...none, ...Object.fromEntries(entries) };
}

/** A history in which every hour is like `usual`, week by week, and the hours until now are like `latest`. */
function history(latest: StretchSums, usual: StretchSums | readonly StretchSums[]): CallHistory {
  const of = (back: number): StretchSums => ('offered' in usual ? usual : usual[back - 1]) ?? none;
  const stretch = (sums: StretchSums, hours: number, backMs: number): CallStretch => ({
    ...{ startsAtMs: nowMs - backMs - hours * hourMs, endsAtMs: nowMs - backMs },
    sums: times(sums, hours),
  });
  return {
    windows: windowHours.map((hours) => ({
      ...{ hours, latest: stretch(latest, hours, 0) },
      weeks: Array.from({ length: COMPARED_WEEKS }, (_, back) =>
        stretch(of(back + 1), hours, (back + 1) * 7 * dayMs),
      ),
    })),
    days: Array.from({ length: COMPARED_DAYS }, (_, back) =>
      stretch(of(1), 24, (back + 1) * dayMs),
    ),
  };
}

const asUsual: Judging = {
  ...{ sinceMs: 0, isLeftOut: () => false, strictness: strictness('all-calls') },
};
const stateOf = (metric: AlertMetric, past: CallHistory, judging: Partial<Judging> = {}) =>
  judge(metric, past, { ...asUsual, ...judging }).state;

describe('judge', () => {
  it('finds nothing in hours like all others, whatever is asked', () => {
    const past = history(anHour(90), anHour(90, { abandoned: 4 }));
    for (const metric of ['offered', 'handle-time', 'abandon-rate', 'csat', 'sentiment'] as const) {
      expect(stateOf(metric, past)).toBe('usual');
    }
  });

  it('finds twice as many calls, and half of them', () => {
    expect(stateOf('offered', history(anHour(180), anHour(90)))).toBe('out-of-line');
    expect(stateOf('offered', history(anHour(30), anHour(90)))).toBe('out-of-line');
    expect(stateOf('offered', history(anHour(120), anHour(90)))).toBe('usual');
  });

  it('finds that nobody calls where many usually do', () => {
    const verdict = judge('offered', history(none, anHour(20)), asUsual);
    expect(verdict).toMatchObject({
      state: 'out-of-line',
      finding: { value: 0, n: 0, side: 'below', usualLow: 20, usualHigh: 20, weeks: 8 },
    });
  });

  it('finds calls that take longer, customers who give up, ratings and moods that fall', () => {
    const usual = anHour(90, { abandoned: 4 });
    const found = (metric: AlertMetric, latest: Parameters<typeof anHour>[1]) =>
      stateOf(metric, history(anHour(90, { abandoned: 4, ...latest }), usual));
    expect(found('handle-time', { handleS: 450 })).toBe('out-of-line');
    expect(found('handle-time', { handleS: 340 })).toBe('usual');
    expect(found('handle-time', { handleS: 100 })).toBe('usual');
    expect(found('abandon-rate', { abandoned: 16 })).toBe('out-of-line');
    expect(found('abandon-rate', { abandoned: 8 })).toBe('usual');
    expect(found('csat', { rating: 3 })).toBe('out-of-line');
    expect(found('csat', { rating: 5 })).toBe('usual');
    expect(found('sentiment', { sentiment: -0.3 })).toBe('out-of-line');
  });

  it('doubles the window until its calls suffice, up to a day', () => {
    const hoursOf = (calls: number, metric: AlertMetric = 'offered') => {
      const verdict = judge(
        metric,
        history(anHour(calls * 3, { abandoned: calls * 2 }), anHour(calls)),
        asUsual,
      );
      if (verdict.state !== 'out-of-line') return verdict.state;
      return (verdict.finding.endsAtMs - verdict.finding.startsAtMs) / hourMs;
    };
    expect([40, 4, 2.5, 1, 0.5].map((calls) => hoursOf(calls))).toEqual([1, 2, 4, 8, 24]);
    expect(hoursOf(0.25)).toBe('too-few');
    expect([30, 8, 4, 2, 1].map((calls) => hoursOf(calls, 'abandon-rate'))).toEqual([
      1, 2, 4, 8, 24,
    ]);
  });

  it('bears three bad weeks of eight', () => {
    const weeks = Array.from({ length: 8 }, (_, week) => anHour(week < 3 ? 300 : 90));
    expect(stateOf('offered', history(anHour(90), weeks))).toBe('usual');
    expect(stateOf('offered', history(anHour(220), weeks))).toBe('out-of-line');
  });

  it('learns below four weeks, and says how many there are', () => {
    const past = history(anHour(300), anHour(90));
    const sinceWeeksAgo = (weeks: number) => ({
      ...asUsual,
      sinceMs: nowMs - hourMs - weeks * 7 * dayMs,
    });
    for (const metric of ['offered', 'csat'] as const) {
      expect(judge(metric, past, sinceWeeksAgo(3))).toEqual({ state: 'learning', weeks: 3 });
    }
    expect(judge('offered', past, sinceWeeksAgo(4)).state).toBe('out-of-line');
  });

  it('compares with no hour that was left out, and judges none', () => {
    const weeks = Array.from({ length: 8 }, (_, week) => anHour(week < 4 ? 300 : 90));
    const past = history(anHour(300), weeks);
    expect(stateOf('offered', past)).toBe('usual');
    const isLeftOut = ({ startsAtMs }: CallStretch) =>
      startsAtMs < nowMs - dayMs && startsAtMs > nowMs - 30 * dayMs;
    expect(stateOf('offered', past, { isLeftOut })).toBe('out-of-line');
    const leftOutNow = ({ endsAtMs }: CallStretch) => endsAtMs === nowMs;
    expect(stateOf('offered', past, { isLeftOut: leftOutNow })).toBe('left-out');
  });

  it('is stricter with one queue of many', () => {
    const past = history(anHour(140), anHour(90));
    expect(stateOf('offered', past)).toBe('out-of-line');
    expect(stateOf('offered', past, { strictness: strictness(4) })).toBe('usual');
  });

  it('says the range of the weeks without the highest and the lowest', () => {
    const weeks = [40, 90, 80, 85, 95, 100, 92, 400].map((calls) => anHour(calls));
    expect(judge('offered', history(anHour(290), weeks), asUsual)).toMatchObject({
      finding: { value: 290, usualLow: 80, usualHigh: 100, weeks: 8 },
    });
  });
});
