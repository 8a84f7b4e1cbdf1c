import type { ComparedWindow } from './call-stretch.ts';
import { type Finding, type Strictness, timesOf, usualRange, type Verdict } from './finding.ts';
import { middleAndSpread } from './spread.ts';

/** Calls that a window needs, now or usually. */
const LEAST_CALLS = 20;
const ERRORS = 5;
/** Weeks are never taken for more alike than this, nor than chance (√n) allows. */
const LEAST_SPREAD = 0.1;
const ABOVE = 1.4;
const BELOW = 0.6;

/** Whether unusually many or few calls come; no call at all where there usually are many is always told. */
export function judgeVolume(
  { latest, weeks }: ComparedWindow,
  { extraErrors }: Strictness,
): Verdict | undefined {
  const counts = weeks.map(({ sums }) => sums.offered);
  const { middle, spread } = middleAndSpread(counts);
  const { offered } = latest.sums;
  if (Math.max(offered, middle) < LEAST_CALLS) return undefined;
  const error = Math.max(Math.sqrt(middle), spread, LEAST_SPREAD * middle, 1);
  const errors = (offered - middle) / error;
  const least = ERRORS + extraErrors;
  const isOutOfLine =
    (errors >= least && offered >= ABOVE * middle) ||
    (errors <= -least && offered <= BELOW * middle) ||
    (offered === 0 && middle >= LEAST_CALLS);
  if (!isOutOfLine) return { state: 'usual' };
  const finding: Finding = {
    ...{ metric: 'offered', value: offered, n: offered, side: errors >= 0 ? 'above' : 'below' },
    ...{ ...usualRange(counts), weeks: weeks.length, ...timesOf(latest) },
  };
  return { state: 'out-of-line', finding };
}
