import { metricOf } from '@agent/calls';
import type { MetricGroup, MetricId, MetricValue } from '@agent/protocol';
import type { TrendSplit } from '../filters/figure-address.ts';
import { placeWords } from '../place-words.ts';
import { valueInWords } from '../tiles/figure-tile.ts';

/** One place of a trend: an hour, a day, an agent. */
export interface TrendPoint {
  key: string;
  label: string;
  /** What the period before has in this place is called so. */
  labelBefore: string | null;
  now: number | null;
  before: number | null;
  nowWords: string;
  beforeWords: string;
  /** How many `now` is of. */
  n: number;
}

/**
 * The places of a trend, beside those of the period before. Hours, days and weeks stand beside those that are
 * as far from the start, agents and queues beside themselves.
 */
export function trendPoints(
  {
    now,
    before,
    by,
    thisYear,
  }: {
    now: readonly MetricGroup[];
    before: readonly MetricGroup[];
    by: TrendSplit;
    thisYear: number;
  },
  id: MetricId,
): TrendPoint[] {
  const metric = metricOf(id);
  const isTime = by !== 'agent' && by !== 'queue';
  const nameNow = placeWords(now, by, thisYear);
  const nameBefore = placeWords(before, by, thisYear);
  const of = (group: MetricGroup | undefined): MetricValue | undefined =>
    group?.metrics.find((one) => one.id === id);
  const words = (value: MetricValue | undefined) => (value && valueInWords(metric, value)) ?? '–';
  return now.map((group, index) => {
    const other = isTime ? before[index] : before.find(({ key }) => key === group.key);
    const [here, there] = [of(group), of(other)];
    return {
      ...{ key: group.key, label: nameNow(group) },
      labelBefore: isTime && other ? nameBefore(other) : null,
      ...{ now: here?.value ?? null, before: there?.value ?? null },
      ...{ nowWords: words(here), beforeWords: words(there), n: here?.n ?? 0 },
    };
  });
}

/** Whether there is anything to draw. */
export function hasValues(points: readonly TrendPoint[]): boolean {
  return points.some(({ now, before }) => now !== null || before !== null);
}

/** More bars than this nobody reads; all stand in the table. */
export const MOST_BARS = 20;

/** Those of whom there is most, the largest figure first. */
export function barsOf(points: readonly TrendPoint[]): TrendPoint[] {
  return points
    .filter(({ now }) => now !== null)
    .toSorted((a, b) => b.n - a.n)
    .slice(0, MOST_BARS)
    .toSorted((a, b) => (b.now ?? 0) - (a.now ?? 0));
}
