import { daysFrom, type FigurePeriod, type PreviousPeriod } from '@agent/calls/period';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

/** What is known of figures before they are read. */
export interface FigureState {
  /** The zone that days are cut with. */
  zone: string;
  /** Whether every row is cut with it already. */
  settled: boolean;
  /** Today in that zone. */
  today: string;
  /** The first day with a call; null: there is none. */
  since: string | null;
  /** The first day with agents' time on record. */
  timeSince: string | null;
}

const stateSchema = z.object({
  zone: z.string(),
  settled: z.boolean(),
  today: z.string(),
  since: z.string().nullable(),
  timeSince: z.string().nullable(),
});

/** By which zone figures are told, and how far back they reach. */
export async function readFigureState(db: Queryable, now: Date): Promise<FigureState> {
  const [row] = await db`
    select z.zone, z.settled, (${now.toISOString()}::timestamptz at time zone z.zone)::date::text as today,
      (select min(local_day)::text from call_facts) as since,
      (select (min(started_at) at time zone z.zone)::date::text from agent_intervals) as time_since
    from figure_zone z`;
  return stateSchema.parse(row);
}

/** Two periods that are read at once. */
export interface BothPeriods {
  now: FigurePeriod;
  before: PreviousPeriod;
}

/** The days of two periods of which something has changed since their sums were made. */
export async function readDirtyDays(
  db: Queryable,
  { now, before }: BothPeriods,
): Promise<readonly string[]> {
  const rows = await db<{ day: string }[]>`
    select distinct local_day::text as day from dirty_days
    where local_day between ${before.from}::date and ${now.to}::date`;
  return rows.map(({ day }) => day).filter((day) => isIn(day, now) || isIn(day, before));
}

/** Which days cannot be read from their sums; `allOfNow`: they are split finer than sums are kept. */
export function liveDays(
  { now, before }: BothPeriods,
  { settled, today }: FigureState,
  { dirty, allOfNow }: { dirty: readonly string[]; allOfNow: boolean },
): readonly string[] {
  const isAll = !settled;
  const days = new Set(dirty);
  const add = (from: string, to: string) => {
    if (from <= to) for (const day of daysFrom(from, to)) days.add(day);
  };
  if (isAll || allOfNow) add(now.from, now.to);
  else add(now.from > today ? now.from : today, now.to);
  if (isAll) add(before.from, before.to);
  if (before.isCutShort) days.add(before.to);
  return [...days].sort();
}

/** Whether a day lies in a period. */
export function isIn(day: string, { from, to }: Pick<FigurePeriod, 'from' | 'to'>): boolean {
  return from <= day && day <= to;
}
