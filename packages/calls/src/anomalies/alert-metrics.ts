import type { MetricId } from '@agent/protocol';

/** The figures that are watched. Never of single agents: their numbers are small, and it is about people. */
export const alertMetrics = [
  'offered',
  'handle-time',
  'abandon-rate',
  'csat',
  'sentiment',
] as const satisfies readonly MetricId[];
/** A figure that is watched. */
export type AlertMetric = (typeof alertMetrics)[number];
