import { type ComparedWindow, LEAST_WEEKS, type StretchSums } from './call-stretch.ts';
import { type Finding, type Strictness, timesOf, usualRange, type Verdict } from './finding.ts';
import { beyondSampling, middleAndSpread } from './spread.ts';

const LEAST_CALLS = 20;
/** Weeks with fewer calls say nothing. */
const LEAST_CALLS_OF_WEEK = 5;
const ERRORS = 3.5;
/** How far hours differ by what no sample shows, as a share. */
const LEAST_SPREAD = 0.04;
const ABOVE = 1.2;

/**
 * Whether calls take unusually long. Handle times are spread log-normally, so that a few very long calls
 * would carry their mean along: their logarithms are compared.
 */
export function judgeHandleTime(
  { latest, weeks }: ComparedWindow,
  { extraErrors }: Strictness,
): Verdict | undefined {
  const { closed, handleMs } = latest.sums;
  if (closed < LEAST_CALLS) return undefined;
  const usable = weeks.filter(({ sums }) => sums.closed >= LEAST_CALLS_OF_WEEK);
  if (usable.length < LEAST_WEEKS) return undefined;
  const variance = varianceWithin(usable.map(({ sums }) => sums));
  const { middle, spread } = middleAndSpread(usable.map(({ sums }) => sums.lnHandle / sums.closed));
  const between = beyondSampling(
    spread,
    usable.map(({ sums }) => variance / sums.closed),
  );
  const error = Math.sqrt(variance / closed + between + LEAST_SPREAD ** 2);
  const off = latest.sums.lnHandle / closed - middle;
  const isOutOfLine = off >= (ERRORS + extraErrors) * error && off >= Math.log(ABOVE);
  if (!isOutOfLine) return { state: 'usual' };
  const finding: Finding = {
    ...{ metric: 'handle-time', value: handleMs / closed, n: closed, side: 'above' },
    ...usualRange(usable.map(({ sums }) => sums.handleMs / sums.closed)),
    ...{ weeks: usable.length, ...timesOf(latest) },
  };
  return { state: 'out-of-line', finding };
}

/** How far calls of one week differ, all weeks together. */
function varianceWithin(weeks: readonly StretchSums[]): number {
  const total = { squares: 0, calls: 0 };
  for (const { closed, lnHandle, lnHandleSquares } of weeks) {
    total.squares += lnHandleSquares - lnHandle ** 2 / closed;
    total.calls += closed - 1;
  }
  return Math.max(0, total.squares / total.calls);
}
