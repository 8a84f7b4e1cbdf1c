import { countInWords, metricOf, whyInWords } from '@agent/calls';
import type { MetricGroup, MetricId } from '@agent/protocol';
import type { HeatMapCell } from '@agent/ui/figures';
import { valueInWords } from '../tiles/figure-tile.ts';

/** Hours of weekdays as the heat map shows them, of groups with keys such as `3-14`. */
export function heatCells(groups: readonly MetricGroup[], id: MetricId): HeatMapCell[] {
  const metric = metricOf(id);
  return groups.flatMap(({ key, metrics }) => {
    const [weekday, hour] = key.split('-').map(Number);
    const figure = metrics.find((one) => one.id === id);
    if (weekday === undefined || hour === undefined || !figure) return [];
    const value = figure.n === 0 ? null : figure.value;
    const words = valueInWords(metric, figure);
    const told =
      metric.unit === 'calls'
        ? countInWords(metric, figure.n)
        : words && `${words} of ${countInWords(metric, figure.n)}`;
    const short = metric.unit === 'share' ? percent(value) : (words ?? undefined);
    return [
      {
        ...{ weekday, hour, value },
        words: told || (figure.why ? whyInWords(metric, figure.why, figure.n) : 'nothing'),
        ...(value !== null && short !== undefined && { short }),
      },
    ];
  });
}

/** The hours of the day in which there is anything, at least eight. */
export function hoursWith(cells: readonly HeatMapCell[]): { first: number; last: number } {
  const busy = cells.filter(({ value }) => value !== null).map(({ hour }) => hour);
  if (busy.length === 0) return { first: 0, last: 23 };
  const first = Math.min(Math.min(...busy), 16);
  return { first, last: Math.max(Math.max(...busy), first + 7) };
}

function percent(share: number | null): string | undefined {
  return share === null ? undefined : String(Math.round(share * 100));
}
