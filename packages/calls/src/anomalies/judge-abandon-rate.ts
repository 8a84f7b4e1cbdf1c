import { binomialTail } from './binomial-tail.ts';
import type { ComparedWindow } from './call-stretch.ts';
import { type Finding, type Strictness, timesOf, usualRange, type Verdict } from './finding.ts';
import { beyondSampling, standardDeviation } from './spread.ts';

const LEAST_CALLS = 30;
const LEAST_ABANDONED = 5;
/** How seldom chance may bring about as many: once in so many windows. */
const MOST_PROBABLE = 1e-3;
const ABOVE = 2;

/** Whether unusually many callers give up. */
export function judgeAbandonRate(
  { latest, weeks }: ComparedWindow,
  { divisor }: Strictness,
): Verdict | undefined {
  const { settled, abandoned } = latest.sums;
  if (settled < LEAST_CALLS) return undefined;
  const usable = weeks.map(({ sums }) => sums).filter((sums) => sums.settled > 0);
  if (usable.length === 0) return undefined;
  if (abandoned < LEAST_ABANDONED) return { state: 'usual' };
  const calls = usable.reduce((sum, week) => sum + week.settled, 0);
  const pooled = usable.reduce((sum, week) => sum + week.abandoned, 0) / calls;
  const rates = usable.map((week) => week.abandoned / week.settled);
  const between = beyondSampling(
    standardDeviation(rates),
    usable.map((week) => (pooled * (1 - pooled)) / week.settled),
  );
  const expected = Math.min(1, pooled + Math.sqrt(between));
  const rate = abandoned / settled;
  const isOutOfLine =
    rate >= ABOVE * expected &&
    binomialTail(abandoned, settled, expected) < MOST_PROBABLE / divisor;
  if (!isOutOfLine) return { state: 'usual' };
  const finding: Finding = {
    ...{ metric: 'abandon-rate', value: rate, n: settled, side: 'above' },
    ...{ ...usualRange(rates), weeks: usable.length, ...timesOf(latest) },
  };
  return { state: 'out-of-line', finding };
}
