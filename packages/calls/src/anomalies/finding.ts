import type { AlertMetric } from './alert-metrics.ts';
import type { CallStretch } from './call-stretch.ts';

/** How a figure stands to what is usual. Counts are numbers of calls, `handle-time` is in milliseconds. */
export interface Finding {
  metric: AlertMetric;
  /** Calls, milliseconds, a share of 0 to 1, a mean rating of 1 to 5, or a mean of −1 to 1. */
  value: number;
  /** Calls, closed calls, answered and abandoned ones, ratings, scored calls. */
  n: number;
  /** On which side of the usual it is. */
  side: 'above' | 'below';
  /** What it mostly was: without the highest and the lowest of the weeks; of a mean what samples as large mostly have. */
  usualLow: number;
  usualHigh: number;
  /** How many weeks that is from. */
  weeks: number;
  /** When the calls were queued. */
  startsAtMs: number;
  endsAtMs: number;
}

/**
 * What is to be said of a figure now. `learning`: too few weeks are on record; `too-few`: even a whole day has
 * too few calls; `left-out`: these hours are not to be judged.
 */
export type Verdict =
  | { state: 'learning'; weeks: number }
  | { state: 'too-few' | 'left-out' | 'usual' }
  | { state: 'out-of-line'; finding: Finding };

/** How far out of line a figure has to be. Defaults are in {@link strictness}. */
export interface Strictness {
  /** Added to the number of standard errors that is asked for. */
  extraErrors: number;
  /** By what the probability of a false alarm is divided. */
  divisor: number;
}

/** All calls are watched as they are; with more queues there are more figures, any of which may be odd by chance. */
export function strictness(queues: number | 'all-calls'): Strictness {
  if (queues === 'all-calls') return { extraErrors: 0, divisor: 1 };
  return { extraErrors: 0.5, divisor: Math.sqrt(Math.max(1, queues)) };
}

/** The range of what weeks had; of six weeks and more without the highest and the lowest. */
export function usualRange(values: readonly number[]): { usualLow: number; usualHigh: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const kept = sorted.length >= 6 ? sorted.slice(1, -1) : sorted;
  return { usualLow: kept.at(0) ?? 0, usualHigh: kept.at(-1) ?? 0 };
}

/** When a finding's calls were queued. */
export function timesOf({ startsAtMs, endsAtMs }: CallStretch) {
  return { startsAtMs, endsAtMs };
}
