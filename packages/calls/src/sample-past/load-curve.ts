import type { Draw } from './draw.ts';
import type { SampleIncident } from './sample-past.types.ts';
import type { ZoneDay } from './zone-days.ts';

/** From Monday on, of a day that is as busy as the average. */
const weekdayFactors = [1.29, 1.18, 1.14, 1.12, 1.09, 0.68, 0.5];
/** Of a hundred calls of a day, by hour: mornings are busiest, at noon fewer call. */
const hourShares = [
  ...[0.6, 0.4, 0.3, 0.3, 0.4, 0.7, 1.6, 3.2, 5.6, 7.9, 8.8, 8.4],
  ...[6.3, 6.7, 8.0, 7.7, 7.1, 6.3, 5.2, 4.6, 3.9, 2.9, 2.0, 1.1],
];
const allShares = hourShares.reduce((sum, share) => sum + share, 0);
/** Deviations of the logarithm: days and hours differ by more than chance. */
const dayNoise = 0.08;
const hourNoise = 0.06;
/** Who calls again does so beside these. */
const firstCallShare = 0.86;
const quarterMs = 15 * 60_000;
const SURGE = 2.1;

/** How many calls an hour of a day is to have on average. */
export function expectedCalls(weekday: number, hour: number, callsPerDay: number): number {
  const ofDay = callsPerDay * (weekdayFactors[weekday - 1] ?? 1);
  return (ofDay * (hourShares[hour] ?? 0)) / allShares;
}

/** The moments of a day at which somebody calls for the first time. */
export function arrivalsOf(
  { weekday, hoursAtMs }: ZoneDay,
  {
    callsPerDay,
    incidents,
    draw,
  }: { callsPerDay: number; incidents: readonly SampleIncident[]; draw: Draw },
): number[] {
  const ofDay = Math.exp(dayNoise * draw.normal());
  return hoursAtMs.flatMap((hourAtMs, hour) => {
    const ofHour = ofDay * Math.exp(hourNoise * draw.normal());
    const mean = expectedCalls(weekday, hour, callsPerDay) * ofHour * firstCallShare;
    return [0, 1, 2, 3].flatMap((quarter) => {
      const fromMs = hourAtMs + quarter * quarterMs;
      const factor = isDuring(incidents, 'surge', fromMs) ? SURGE : 1;
      const count = draw.times((mean * factor) / 4);
      return Array.from({ length: count }, () => fromMs + draw.whole(0, quarterMs - 1));
    });
  });
}

/** Whether the hours are odd in this way. */
export function isDuring(
  incidents: readonly SampleIncident[],
  kind: SampleIncident['kind'],
  atMs: number,
): boolean {
  return incidents.some((one) => one.kind === kind && one.fromMs <= atMs && atMs < one.untilMs);
}
