import { userIdSchema } from '@agent/protocol';
import { createDraw, type Draw } from './draw.ts';
import { language } from './language.ts';
import { expectedCalls } from './load-curve.ts';
import type { SampleAgent } from './sample-past.types.ts';

/** An agent with what it is like, and when it works. */
export interface Hand extends SampleAgent {
  /** How long talks take, beside those of others (1). */
  pace: number;
  /** Median. */
  wrapUpMs: number;
  /** Median. */
  ringMs: number;
  declines: number;
  misses: number;
  /** The share of cards that it uses, and of calls that it resolves. */
  usesCards: number;
  resolves: number;
  /** How much better people feel afterwards. */
  charm: number;
  /** How many breaks besides lunch. */
  shortBreaks: number;
  /** The hour at which its shift begins, by the clock on the wall. */
  startsAtHour: number;
  /** 1 is Monday. */
  weekdaysOff: readonly number[];
}

/** A shift lasts so long, of which so much is no break. */
export const SHIFT_HOURS = 8.5;
const workedShare = 0.87;
/** Talk, ringing and wrap-up of a call together, on average. */
const handleHours = 335 / 3_600;
/** Nobody is alone. */
const leastAtOnce = 2;

/** As many agents as the load takes, each with a seed of its own. */
export function hireStaff({
  seed,
  callsPerDay,
  busyShare,
}: {
  seed: number;
  callsPerDay: number;
  busyShare: number;
}): Hand[] {
  const hands: Hand[] = [];
  for (const { startsAtHour, weekdaysOff } of rosterFor(callsPerDay, busyShare)) {
    const number = hands.length + 1;
    hands.push({ ...handOf(number, createDraw(seed, 'agent', number)), startsAtHour, weekdaysOff });
  }
  return hands;
}

function handOf(number: number, draw: Draw): Omit<Hand, 'startsAtHour' | 'weekdaysOff'> {
  const { first, last, mark } = language.names;
  // Each first name with another last name: no two are the same below 750.
  const name = `${first[number % first.length]} ${last[(number * 7 + Math.floor(number / first.length)) % last.length]}`;
  return {
    id: userIdSchema.parse(draw.id()),
    username: `sample-${String(number).padStart(3, '0')}`,
    displayName: mark(name),
    pace: Math.exp(0.16 * draw.normal()),
    wrapUpMs: draw.duration(45_000, 0.3),
    ringMs: draw.duration(4_000, 0.25),
    declines: 0.012 * draw.share(),
    misses: 0.008 + 0.02 * draw.share() ** 2,
    usesCards: 0.12 + 0.5 * draw.share(),
    resolves: 0.62 + 0.22 * draw.share(),
    charm: 0.16 * draw.normal(),
    shortBreaks: draw.whole(1, 3),
  };
}

interface Roster {
  startsAtHour: number;
  weekdaysOff: readonly number[];
}

/** Adds shifts where people are missing most, until hardly any are. */
function rosterFor(callsPerDay: number, busyShare: number): Roster[] {
  const missing = Array.from({ length: 7 }, (_, day) =>
    Array.from({ length: 24 }, (_, hour) => needed(day + 1, hour, callsPerDay, busyShare)),
  );
  const choices = Array.from({ length: 24 * 7 }, (_, index) => ({
    startsAtHour: index % 24,
    weekdaysOff: [Math.floor(index / 24) + 1, ((Math.floor(index / 24) + 1) % 7) + 1],
  }));
  const chosen: Roster[] = [];
  for (;;) {
    const best = choices
      .map((roster) => ({ roster, gain: gainOf(roster, missing) }))
      .reduce((most, one) => (one.gain > most.gain ? one : most));
    if (best.gain < 5 * SHIFT_HOURS * 0.2) return chosen;
    chosen.push(best.roster);
    for (const [day, hour, share] of hoursOf(best.roster)) {
      const ofDay = missing[day];
      if (ofDay) ofDay[hour] = (ofDay[hour] ?? 0) - share;
    }
  }
}

function needed(weekday: number, hour: number, callsPerDay: number, busyShare: number): number {
  const load = expectedCalls(weekday, hour, callsPerDay) * handleHours;
  return Math.max(leastAtOnce, load / busyShare) / workedShare;
}

function gainOf(roster: Roster, missing: readonly (readonly number[])[]): number {
  return hoursOf(roster).reduce(
    (sum, [day, hour, share]) => sum + Math.min(share, Math.max(0, missing[day]?.[hour] ?? 0)),
    0,
  );
}

/** Which hours of the week somebody is there: day from 0, hour, and how much of it. */
function hoursOf({
  startsAtHour,
  weekdaysOff,
}: Roster): [day: number, hour: number, share: number][] {
  return [0, 1, 2, 3, 4, 5, 6]
    .filter((day) => !weekdaysOff.includes(day + 1))
    .flatMap((day) =>
      Array.from({ length: Math.ceil(SHIFT_HOURS) }, (_, after): [number, number, number] => {
        const hour = startsAtHour + after;
        return [(day + Math.floor(hour / 24)) % 7, hour % 24, Math.min(1, SHIFT_HOURS - after)];
      }),
    );
}
