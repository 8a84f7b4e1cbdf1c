import type { CallStretch, StretchSums } from './call-stretch.ts';
import { type Finding, type Strictness, timesOf, type Verdict } from './finding.ts';

/** A mean that must not fall: of ratings, and of how customers sound. */
export interface WatchedMean {
  metric: 'csat' | 'sentiment';
  of: (sums: StretchSums) => Sample;
  /** How far hours differ by what no sample shows. */
  leastSpread: number;
  /** A smaller fall is nothing to be told. */
  leastFall: number;
}

const LEAST_SAMPLE = 20;
const ERRORS = 3.5;
/** Of samples as large 19 of 20 are within so many standard errors. */
const USUAL_ERRORS = 1.96;

/** Ratings, 1 to 5. */
export const watchedRatings: WatchedMean = {
  metric: 'csat',
  of: ({ rated, ratings, ratingSquares }) => ({ n: rated, sum: ratings, squares: ratingSquares }),
  ...{ leastSpread: 0.05, leastFall: 0.5 },
};

/** How customers sound, −1 to 1: a scale of half the length, so half the differences. */
export const watchedSentiment: WatchedMean = {
  metric: 'sentiment',
  of: ({ scored, sentiment, sentimentSquares }) => ({
    ...{ n: scored, sum: sentiment, squares: sentimentSquares },
  }),
  ...{ leastSpread: 0.025, leastFall: 0.25 },
};

/** Whether a mean is far below that of the last weeks, whatever the hour: there are few ratings. */
export function judgeMean(
  { metric, of, leastSpread, leastFall }: WatchedMean,
  { latest, days }: { latest: CallStretch; days: readonly CallStretch[] },
  { extraErrors }: Strictness,
): Verdict | undefined {
  const { n, sum } = of(latest.sums);
  if (n < LEAST_SAMPLE) return undefined;
  const usual = totalOf(days.map(({ sums }) => of(sums)));
  if (usual.n < LEAST_SAMPLE) return undefined;
  const mean = usual.sum / usual.n;
  const variance = Math.max(0, usual.squares / usual.n - mean ** 2);
  const error = Math.sqrt(variance / n + leastSpread ** 2);
  const fall = mean - sum / n;
  const isOutOfLine = fall >= (ERRORS + extraErrors) * error && fall >= leastFall;
  if (!isOutOfLine) return { state: 'usual' };
  const finding: Finding = {
    ...{ metric, value: sum / n, n, side: 'below' },
    ...{ usualLow: mean - USUAL_ERRORS * error, usualHigh: mean + USUAL_ERRORS * error },
    ...{ weeks: Math.round(days.length / 7), ...timesOf(latest) },
  };
  return { state: 'out-of-line', finding };
}

interface Sample {
  n: number;
  sum: number;
  squares: number;
}

function totalOf(samples: readonly Sample[]): Sample {
  const total = { n: 0, sum: 0, squares: 0 };
  for (const { n, sum, squares } of samples) {
    total.n += n;
    total.sum += sum;
    total.squares += squares;
  }
  return total;
}
