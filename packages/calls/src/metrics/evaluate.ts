import type { FigureFilter, MetricValue, NoValueReason } from '@agent/protocol';
import type { FigureSums } from './figure-sums.ts';
import type { Metric } from './metric.ts';

const MINUTE_MS = 60_000;

/** A figure out of sums that stand for the calls and the time of a filter; without a value it says why. */
export function evaluate(metric: Metric, sums: FigureSums, filter: FigureFilter): MetricValue {
  const unanswerable = whyUnanswerable(metric, filter);
  const parts = unanswerable ? null : partsOf(metric, sums);
  if (!parts) return noValue(metric, unanswerable ?? 'not-recorded');
  const { dividend, divisor, n } = parts;
  const why = whyNoValue(metric, parts);
  const value = why ? null : dividend / divisor;
  return { id: metric.id, unit: metric.unit, value, why, n, dividend, divisor };
}

interface Parts {
  dividend: number;
  divisor: number;
  n: number;
}

function whyUnanswerable({ byAgent, byOutcome }: Metric, filter: FigureFilter) {
  if (filter.agent && !byAgent) return 'not-by-agent';
  if (filter.outcome && !byOutcome) return 'not-by-outcome';
  return null;
}

function partsOf({ parts }: Metric, { calls, repeats, time }: FigureSums): Parts | null {
  switch (parts.over) {
    case 'calls':
      if (!calls) return null;
      if ('count' in parts) {
        const n = calls[parts.count];
        return { dividend: n, divisor: 1, n };
      }
      return quotient(calls[parts.dividend], calls[parts.divisor]);
    case 'repeats':
      return repeats && quotient(repeats[parts.dividend], repeats[parts.divisor]);
    case 'time':
      return time && quotient(total(time, parts.dividend), total(time, parts.divisor));
    default:
      return parts satisfies never;
  }
}

function quotient(dividend: number, divisor: number): Parts {
  return { dividend, divisor, n: divisor };
}

function total<Id extends string>(sums: Record<Id, number>, ids: readonly Id[]): number {
  return ids.reduce((sum, id) => sum + sums[id], 0);
}

function whyNoValue({ parts, leastSample }: Metric, { divisor, n }: Parts): NoValueReason | null {
  if (divisor === 0) return 'nothing';
  return n < (parts.over === 'time' ? leastSample * MINUTE_MS : leastSample) ? 'too-few' : null;
}

function noValue({ id, unit }: Metric, why: NoValueReason): MetricValue {
  return { id, unit, value: null, why, n: 0, dividend: 0, divisor: 0 };
}
