import { type CallSums, noCalls, noRepeats, type RepeatSums } from '@agent/calls';
import { inZone } from '@agent/calls/period';
import type { FigureSplit } from '@agent/protocol';
import { z } from 'zod';
import type { Fragment, Queryable } from '../database/connect.ts';
import { figureConditions, type WhoseFigures } from './figure-conditions.ts';
import type { BothPeriods, FigureState } from './figure-days.ts';
import { readSums, sumListSchema, sumsAsList, sumsOfColumns, sumsOfFacts } from './sum-columns.ts';

/** What is summed up, and by what it is split. */
export interface SumsAsked extends WhoseFigures {
  periods: BothPeriods;
  state: FigureState;
  /** Days that are read from facts; the others from their sums. */
  live: readonly string[];
  by: FigureSplit | undefined;
  now: Date;
}

/** Sums of calls. */
export interface SumsOfCalls {
  calls: CallSums;
  repeats: RepeatSums;
}

/** Sums of both periods, and of the parts of the first one by their key. */
export interface PartedSums {
  now: SumsOfCalls;
  before: SumsOfCalls;
  groups: Map<string, SumsOfCalls>;
  /** Of the first period what no list of calls has: they wait or go on, or have been erased. */
  unlisted: SumsOfCalls;
}

const rowSchema = z.object({
  part: z.enum(['now', 'before']),
  of: z.enum(['all', 'key', 'listed']),
  key: z.string().nullable(),
  isListed: z.boolean().nullable(),
  sums: sumListSchema,
});

/** Adds up the calls of both periods in one statement, whatever they are split by. */
export async function readCallSums(db: Queryable, asked: SumsAsked): Promise<PartedSums> {
  const { periods, live, by, state } = asked;
  const { now, before } = periods;
  const table = db.raw(canUseHours(asked) ? 'metric_hours' : 'metric_days');
  const rows = await db`
    with m as (
      select ${partOf(db, 'm', now.from)} as part, ${keyOf(db, 'm', asked)} as key, m.is_listed,
        ${sumsOfColumns(db)}
      from ${table} m
      where (m.local_day between ${before.from}::date and ${before.to}::date
          or m.local_day between ${now.from}::date and ${now.to}::date)
        and m.local_day < ${state.today}::date and m.local_day <> all(${[...live]}::date[])
        and ${figureConditions(db, 'm', asked)}
      group by 1, 2, 3
      union all
      select ${partOf(db, 'f', now.from)} as part, ${keyOf(db, 'f', asked)} as key, f.is_listed,
        ${sumsOfFacts(db)}
      from call_facts f
      where f.local_day = any(${[...live]}::date[])
        and (f.local_day >= ${now.from}::date or f.queued_at < ${before.endsAt.toISOString()}::timestamptz)
        and ${figureConditions(db, 'f', asked)}
      group by 1, 2, 3
    )
    select m.part, m.key::text, m.is_listed, ${sumsAsList(db)} as sums,
      case grouping(m.key, m.is_listed) when 3 then 'all' when 1 then 'key' else 'listed' end as of
    from m group by grouping sets ((m.part), (m.part, m.key), (m.part, m.is_listed))`;
  const sums: PartedSums = { now: none(), before: none(), groups: new Map(), unlisted: none() };
  for (const row of rows) {
    const { part, of, key, isListed, sums: list } = rowSchema.parse(row);
    if (of === 'all') sums[part] = readSums(list);
    else if (of === 'listed') {
      if (part === 'now' && isListed === false) sums.unlisted = readSums(list);
    } else if (part === 'now' && by && key !== null) {
      sums.groups.set(by === 'hour' ? inZone(new Date(key), state.zone) : key, readSums(list));
    }
  }
  return sums;
}

function none(): SumsOfCalls {
  return { calls: noCalls(), repeats: noRepeats() };
}

function partOf(db: Queryable, row: 'f' | 'm', from: string): Fragment {
  return db`case when ${db.raw(`${row}.local_day`)} >= ${from}::date then 'now' else 'before' end`;
}

/** What the parts of the first period are told apart by; null of the one before, which is in no parts. */
function keyOf(db: Queryable, row: 'f' | 'm', { by, filter, periods, state }: SumsAsked): Fragment {
  if (!by || (row === 'm' && needsCalls({ filter, by }))) return db`null::text`;
  const key = keys();
  return db`case when ${db.raw(`${row}.local_day`)} >= ${periods.now.from}::date then ${key} end`;

  function keys(): Fragment {
    switch (by) {
      case 'day':
        return db.raw(`${row}.local_day::text`);
      case 'week':
        return db.raw(`date_trunc('week', ${row}.local_day)::date::text`);
      case 'agent':
        return db.raw(`${row}.agent_id::text`);
      case 'queue':
        return db.raw(`${row}.queue_id`);
      case 'hour':
        return db`to_char(date_trunc('hour', f.queued_at, ${state.zone}) at time zone 'UTC',
          'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
      case 'weekday-hour':
        return db.raw(`extract(isodow from ${row}.local_day) || '-' || ${row}.local_hour`);
      case undefined:
        return db`null::text`;
      default:
        return by satisfies never;
    }
  }
}

type HowSplit = Pick<SumsAsked, 'filter' | 'by'>;

/** Whether no sums are kept that can be split so: an hour of the clock may come twice on a day. */
export function needsCalls({ filter, by }: HowSplit): boolean {
  return by === 'hour' || (by === 'weekday-hour' && !canUseHours({ filter, by }));
}

/** Whether the sums of hours will do, which are far fewer than those by agent and outcome. */
function canUseHours({ filter, by }: HowSplit): boolean {
  return !filter.agent && !filter.outcome && by !== 'agent';
}
