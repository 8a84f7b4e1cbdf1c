/** Every figure there is, in the order of the tiles. What each is: `packages/calls/src/metrics`. */
export const metricIds = [
  'offered',
  'answered',
  'abandon-rate',
  'service-level',
  'speed-of-answer',
  'first-response',
  'call-duration',
  'hold-time',
  'after-call-work',
  'handle-time',
  'csat',
  'sentiment',
  'resolution-rate',
  'first-call-resolution',
  'occupancy',
  'utilisation',
  'offers-not-taken',
  'suggestions-used',
] as const;
/** Names a figure. */
export type MetricId = (typeof metricIds)[number];

/** In what a figure is told: a number of calls, a share of 0 to 1, milliseconds, or −1 to 1. */
export const metricUnits = ['calls', 'share', 'ms', 'score'] as const;
/** In what a figure is told. */
export type MetricUnit = (typeof metricUnits)[number];

/**
 * Why a figure has no value. `nothing`: nothing to count; `too-few`: fewer than its least sample;
 * `not-by-agent`, `not-by-outcome`: the question has no answer for this filter; `not-recorded`: what it needs
 * was not recorded then.
 */
export const noValueReasons = [
  'nothing',
  'too-few',
  'not-by-agent',
  'not-by-outcome',
  'not-recorded',
] as const;
/** Why a figure has no value. */
export type NoValueReason = (typeof noValueReasons)[number];

/** By what figures can be split. Hours, days and weeks are those of the reporting zone. */
export const figureSplits = ['hour', 'day', 'week', 'agent', 'queue', 'weekday-hour'] as const;
/** By what figures can be split. */
export type FigureSplit = (typeof figureSplits)[number];

/** Periods by name; `own` needs `from` and `to`. The days are those of the reporting zone, with today. */
export const figurePeriods = ['today', 'yesterday', '7-days', '28-days', '90-days', 'own'] as const;
/** How a period can be called; `own` has its days told. */
export type FigurePeriodName = (typeof figurePeriods)[number];
