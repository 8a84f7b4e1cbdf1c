import {
  type CallSumId,
  type CallSums,
  type FigureSums,
  noCalls,
  noRepeats,
  noTime,
  type RepeatSumId,
  type RepeatSums,
} from '@agent/calls';
import {
  daysFrom,
  type FigurePeriod,
  figurePeriod,
  hoursOf,
  inZone,
  type PreviousPeriod,
  periodBefore,
} from '@agent/calls/period';
import type { FigureRange, FigureSplit } from '@agent/protocol';
import { inTransaction, type Queryable } from '../database/connect.ts';
import type { WhoseFigures } from './figure-conditions.ts';
import { type FigureState, liveDays, readDirtyDays, readFigureState } from './figure-days.ts';
import { readGroupNames } from './group-names.ts';
import { needsCalls, readCallSums, type SumsAsked } from './read-call-sums.ts';
import { readTimeSums } from './read-time-sums.ts';

/** What somebody wants figures of. */
export interface FiguresAsked extends WhoseFigures {
  range: FigureRange;
  by?: FigureSplit | undefined;
  now: Date;
}

/** A part of a period. */
export interface FigureGroup {
  key: string;
  /** Of an agent or queue its name, else the key. */
  label: string;
  sums: FigureSums;
}

/** Sums of a period and of the one before, from which all figures are made. */
export interface ReadFigures {
  zone: string;
  period: FigurePeriod;
  before: PreviousPeriod;
  /** The first day with a call; null: there is none. */
  since: string | null;
  sums: FigureSums;
  /** Each part null where the log does not reach back so far. */
  sumsBefore: FigureSums;
  /** Calls of the period that no list has: they go on, or have been erased. */
  unlisted: CallSums & RepeatSums;
  groups: FigureGroup[];
}

/** Names a sum of calls, followed for seven days or not. */
export type AnyCallSumId = CallSumId | RepeatSumId;

/**
 * Reads the sums of a period, of the one before, and of its parts, as of one moment: closed days from what was
 * summed up, today and days that have changed from the calls themselves.
 */
export async function readFigures(
  db: Queryable,
  { range, filter, queues, by, now }: FiguresAsked,
): Promise<ReadFigures> {
  return inTransaction(db, async (tx) => {
    if ('begin' in db) await tx`set transaction isolation level repeatable read read only`;
    // Each statement is short; to compile it, or to call others for help, takes longer.
    await tx`select set_config('jit', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)`;
    const state = await readFigureState(tx, now);
    const context = { zone: state.zone, now };
    const period = figurePeriod(range, context);
    const before = periodBefore(period, context);
    const periods = { now: period, before };
    const dirty = await readDirtyDays(tx, periods);
    const liveOf = (allOfNow: boolean) => liveDays(periods, state, { dirty, allOfNow });
    const common = { filter, queues, by, now, periods, state };
    const asked: SumsAsked = { ...common, live: liveOf(needsCalls({ filter, by })) };
    const calls = await readCallSums(tx, asked);
    // Agents' time is told by the hour of a day alone.
    const ofTime: SumsAsked = { ...common, live: liveOf(by === 'hour') };
    const time = filter.outcome ? undefined : await readTimeSums(tx, ofTime);
    const keys = await keysOf(tx, asked, [...calls.groups.keys(), ...(time?.groups.keys() ?? [])]);
    return {
      ...{ zone: state.zone, period, before, since: state.since },
      sums: onRecord(state, period.to, { ...calls.now, time: time?.now ?? null }),
      sumsBefore: onRecord(state, before.from, { ...calls.before, time: time?.before ?? null }),
      unlisted: { ...calls.unlisted.calls, ...calls.unlisted.repeats },
      groups: keys.map(({ key, label, lastDay }) => ({
        ...{ key, label },
        sums: onRecord(state, lastDay, {
          ...(calls.groups.get(key) ?? { calls: noCalls(), repeats: noRepeats() }),
          time: by === 'weekday-hour' || !time ? null : (time.groups.get(key) ?? noTime()),
        }),
      })),
    };
  });
}

/** Without what was not on record yet on a day. Where no call ever was, there are none. */
function onRecord({ since, timeSince }: FigureState, day: string, sums: FigureSums): FigureSums {
  const hasCalls = since === null || day >= since;
  const hasTime = timeSince !== null && day >= timeSince;
  return {
    calls: hasCalls ? sums.calls : null,
    repeats: hasCalls ? sums.repeats : null,
    time: hasTime ? sums.time : null,
  };
}

interface GroupKey {
  key: string;
  label: string;
  lastDay: string;
}

/** The parts in their order: time has no gaps, agents and queues go by name. */
async function keysOf(
  db: Queryable,
  { by, periods: { now: period }, state, now }: SumsAsked,
  found: readonly string[],
): Promise<GroupKey[]> {
  const [lastDay = period.to] = [period.to, state.today].sort();
  const plain = (key: string, day = lastDay): GroupKey => ({ key, label: key, lastDay: day });
  switch (by) {
    case 'day':
      return period.from > lastDay
        ? []
        : daysFrom(period.from, lastDay).map((day) => plain(day, day));
    case 'week':
      return weeksOf(period.from, lastDay).map((week) => plain(week));
    case 'hour': {
      const until = new Date(Math.min(period.endsAt.getTime(), now.getTime() + 1));
      const hours = hoursOf({ startsAt: period.startsAt, endsAt: until }, state.zone);
      const keys = new Set([...hours.map((hour) => inZone(hour, state.zone)), ...found]);
      return [...keys].sort(byTime).map((key) => plain(key, key.slice(0, '2026-11-30'.length)));
    }
    case 'weekday-hour':
      return [...new Set(found)].sort(byWeekdayAndHour).map((key) => plain(key));
    case 'agent':
    case 'queue':
      return (await readGroupNames(db, by, [...new Set(found)])).map((one) => ({
        ...one,
        lastDay,
      }));
    case undefined:
      return [];
    default:
      return by satisfies never;
  }
}

function weeksOf(from: string, to: string): string[] {
  if (from > to) return [];
  return [...new Set(daysFrom(from, to).map(mondayOf))];
}

function mondayOf(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return at.toISOString().slice(0, day.length);
}

function byTime(one: string, other: string): number {
  return Date.parse(one) - Date.parse(other);
}

function byWeekdayAndHour(one: string, other: string): number {
  const [day = 0, hour = 0] = one.split('-').map(Number);
  const [otherDay = 0, otherHour = 0] = other.split('-').map(Number);
  return day - otherDay || hour - otherHour;
}
