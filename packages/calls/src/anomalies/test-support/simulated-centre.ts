import { type AlertMetric, alertMetrics } from '../alert-metrics.ts';
import type { StretchSums } from '../call-stretch.ts';
import { type Random, seededRandom } from './random.ts';
import { createSimulatedCalls, type SimulatedCall } from './simulated-calls.ts';

/** Time is cut into bins of five minutes. */
export const BIN_MS = 300_000;
/** Bins of a day. */
export const BINS_A_DAY = 288;
/** Bins of a week. */
export const BINS_A_WEEK = 7 * BINS_A_DAY;

/** What the past of a centre is made of. */
export interface CentrePlan {
  weeks: number;
  callsADay: number;
  seed: number;
  /** Each figure has an incident every third week from this one on. */
  incidentsFromWeek: number;
}

/** Four hours of a working day in which one figure was out of line, in bins; the end is not in it. */
export interface Incident {
  metric: AlertMetric;
  from: number;
  to: number;
}

/** A past. */
export interface SimulatedCentre {
  incidents: readonly Incident[];
  bins: number;
  sumsOf(from: number, to: number): StretchSums;
}

// The figures with which the ground has measured (docs/figures.md): a centre like it, not one of ours.
const incidentBins = 48;
const growthAWeek = 1.004;
const meanHandleMs = 342_000;
const handleLogSd = 0.65;
const abandonShare = 0.05;
const ratedShare = 0.27;
const scoredShare = 0.95;
const weightOfWeekday = [1.18, 1.12, 1.1, 1.08, 1.04, 0.82, 0.66];

/** A past with the shape of days and weeks, noise of days and hours, odd days, growth, and incidents. */
export function simulateCentre(plan: CentrePlan): SimulatedCentre {
  const random = seededRandom(plan.seed);
  const bins = plan.weeks * BINS_A_WEEK;
  const incidents = placeIncidents(plan, random);
  const calls = createSimulatedCalls(bins, Math.ceil(plan.weeks * 7 * plan.callsADay * 1.6));
  let day = aDay(random);
  let hourNoise = 1;
  for (let bin = 0; bin < bins; bin += 1) {
    if (bin % BINS_A_DAY === 0) day = aDay(random);
    if (bin % 12 === 0) hourNoise = noise(random, 0.08);
    const now = new Set(
      incidents.filter(({ from, to }) => from <= bin && bin < to).map(({ metric }) => metric),
    );
    const usual = plan.callsADay * weightOf(bin) * growthAWeek ** (bin / BINS_A_WEEK);
    const mean = usual * day.volume * hourNoise * (now.has('offered') ? 2 : 1);
    for (let left = random.poisson(mean); left > 0; left -= 1) {
      calls.add(bin, aCall(random, { bin, day, incidents: now }));
    }
  }
  return { incidents, bins, sumsOf: calls.sumsOf };
}

/** On a random working day of every third week, from a random hour on between 8 and 16. */
function placeIncidents({ weeks, incidentsFromWeek }: CentrePlan, random: Random): Incident[] {
  const found: Incident[] = [];
  for (let week = incidentsFromWeek; week < weeks; week += 3) {
    for (const metric of alertMetrics) {
      const day = Math.floor(random.uniform() * 5);
      const hour = 8 + Math.floor(random.uniform() * 9);
      const from = week * BINS_A_WEEK + day * BINS_A_DAY + hour * 12;
      found.push({ metric, from, to: from + incidentBins });
    }
  }
  return found;
}

interface Day {
  volume: number;
  handle: number;
  abandon: number;
}

/** Two days of a hundred are odd: from six tenths of the usual to sixteen. */
function aDay(random: Random): Day {
  const isOdd = random.uniform() < 0.02;
  return {
    volume: noise(random, 0.1) * (isOdd ? 0.6 + random.uniform() : 1),
    ...{ handle: noise(random, 0.03), abandon: noise(random, 0.25) },
  };
}

function noise(random: Random, logSd: number): number {
  return Math.exp(logSd * random.normal());
}

function aCall(
  random: Random,
  { bin, day, incidents }: { bin: number; day: Day; incidents: ReadonlySet<AlertMetric> },
): SimulatedCall {
  const hour = (bin % BINS_A_DAY) / 12;
  const hump = 1 + 0.5 * bell(hour, 11.5, 1.5);
  const rate = abandonShare * day.abandon * hump * (incidents.has('abandon-rate') ? 3 : 1);
  const settledAfter = random.uniform() < 0.2 ? 1 : 0;
  const isAbandoned = random.uniform() < rate;
  if (isAbandoned) {
    return { settledAfter, isAbandoned, closedAfter: settledAfter, ...noTalk };
  }
  const longer = incidents.has('handle-time') ? 1.5 : 1;
  const usualMs = meanHandleMs * Math.exp(-(handleLogSd ** 2) / 2) * day.handle * longer;
  const handleMs = Math.max(15_000, usualMs * noise(random, handleLogSd));
  const isRated = random.uniform() < ratedShare;
  const isScored = random.uniform() < scoredShare;
  const closedAfter = settledAfter + Math.floor(handleMs / BIN_MS + random.uniform());
  return {
    ...{ settledAfter, isAbandoned, handleMs, closedAfter: Math.min(35, closedAfter) },
    rating: isRated ? aRating(random, incidents.has('csat') ? 1 : 0) : undefined,
    sentiment: isScored
      ? clamp(0.1 - (incidents.has('sentiment') ? 0.35 : 0) + 0.35 * random.normal(), -1, 1)
      : undefined,
  };
}

const noTalk = { handleMs: 0, rating: undefined, sentiment: undefined };

/** 4.2 in the middle, one less in an incident. */
function aRating(random: Random, less: number): number {
  return clamp(Math.round(4.35 - less + 1.05 * random.normal()), 1, 5);
}

/** The share of an average day's calls that are queued in this bin. */
function weightOf(bin: number): number {
  const weekday = weightOfWeekday[Math.floor(bin / BINS_A_DAY) % 7] ?? 1;
  return (weekday * shapeOf(bin % BINS_A_DAY)) / shapeOfDay;
}

/** Two humps, one before and one after noon, and a little at night. */
function shapeOf(binOfDay: number): number {
  const hour = binOfDay / 12;
  return 0.06 + bell(hour, 10.5, 2) + 0.8 * bell(hour, 15.5, 2.6);
}

const shapeOfDay = Array.from({ length: BINS_A_DAY }, (_, bin) => shapeOf(bin)).reduce(
  (sum, one) => sum + one,
  0,
);

function bell(at: number, middle: number, width: number): number {
  return Math.exp(-(((at - middle) / width) ** 2) / 2);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
