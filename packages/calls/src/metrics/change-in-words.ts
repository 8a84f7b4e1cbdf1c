import type { MetricValue } from '@agent/protocol';
import { formatCount, formatFigure } from './format-figure.ts';
import type { Metric } from './metric.ts';

/** A value to compare; null: there is none. */
export type ComparedValue = Pick<MetricValue, 'value'>;

/**
 * What has changed since, in words: `31 s longer`, `2.4 points lower`, `12 fewer`, `no change`. Null where one
 * of both has no value.
 */
export function changeInWords(
  { unit }: Metric,
  now: ComparedValue,
  before: ComparedValue | null,
): string | null {
  if (now.value === null || !before || before.value === null) return null;
  const change = now.value - before.value;
  const size = Math.abs(change);
  switch (unit) {
    case 'calls':
      return size < 0.5 ? same : `${formatCount(size)} ${change > 0 ? 'more' : 'fewer'}`;
    case 'share': {
      const points = (size * 100).toFixed(1).replace(/\.0$/, '');
      if (points === '0') return same;
      return `${points} ${points === '1' ? 'point' : 'points'} ${upOrDown(change)}`;
    }
    case 'ms': {
      const time = formatFigure('ms', size);
      return size < 50 ? same : `${time} ${change > 0 ? 'longer' : 'shorter'}`;
    }
    case 'score': {
      const score = size.toFixed(2);
      return score === '0.00' ? same : `${score} ${upOrDown(change)}`;
    }
    default:
      return unit satisfies never;
  }
}

const same = 'no change';

/** Whether a change is one for the better; `neither` where nobody can tell, null without a change. */
export function changeFor(
  metric: Metric,
  now: ComparedValue,
  before: ComparedValue | null,
): 'better' | 'worse' | 'neither' | null {
  const words = changeInWords(metric, now, before);
  if (words === null || words === same || now.value === null || !before) return null;
  if (metric.better === 'neither') return 'neither';
  const isHigher = now.value > (before.value ?? 0);
  return isHigher === (metric.better === 'higher') ? 'better' : 'worse';
}

function upOrDown(change: number): string {
  return change > 0 ? 'higher' : 'lower';
}
