/** Which way the smoothed score goes. */
export type TrendDirection = 'falling' | 'steady' | 'rising';

/** As many points back is "before". */
const LOOK_BACK = 3;
/** A smaller change in score does not show. */
const NOTICEABLE = 0.15;

/** Compares the newest point with the one three before it, or the first. */
export function trendDirection(points: readonly { trend: number }[]): TrendDirection {
  const last = points.at(-1);
  const before = points[Math.max(0, points.length - 1 - LOOK_BACK)];
  if (!last || !before) return 'steady';
  const change = last.trend - before.trend;
  if (Math.abs(change) < NOTICEABLE) return 'steady';
  return change < 0 ? 'falling' : 'rising';
}
