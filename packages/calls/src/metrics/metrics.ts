import { type MetricId, metricIds } from '@agent/protocol';
import { lineMetrics } from './line-metrics.ts';
import type { Metric } from './metric.ts';
import { outcomeMetrics } from './outcome-metrics.ts';
import { talkMetrics } from './talk-metrics.ts';
import { timeMetrics } from './time-metrics.ts';

const all = [...lineMetrics, ...talkMetrics, ...outcomeMetrics, ...timeMetrics];
const byId = new Map<MetricId, Metric>(all.map((metric) => [metric.id, metric]));

/** Every figure there is, in the order of the tiles. */
export const metrics: readonly Metric[] = metricIds.map(metricOf);

/** What a figure is. */
export function metricOf(id: MetricId): Metric {
  const metric = byId.get(id);
  if (!metric) throw new Error(`Nobody has said what ${id} is.`);
  return metric;
}
