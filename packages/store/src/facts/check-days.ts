import { z } from 'zod';
import type { Database, Fragment, Queryable } from '../database/connect.ts';
import { agentTime } from './agent-time.ts';
import { type SumTable, sumColumns, sumsOfFacts, sumTables } from './day-sums.ts';
import { firstOpenDay } from './local-time.ts';
import {
  cardDays,
  outcomeDays,
  type TopicDays,
  topicColumns,
  topicsOfFacts,
} from './topic-days.ts';

/** So many days are compared in one statement. */
const DAYS_AT_ONCE = 28;

/**
 * Compares the sums of all days that are over and not marked with what they were made of. A day that differs
 * is marked, so that it is made anew, and given: there should be none.
 */
export async function checkDays(db: Database, signal?: AbortSignal): Promise<string[]> {
  const [span] = await db`
    select (least((select min(local_day) from call_facts), (select min(local_day) from metric_days),
        (select min(local_day) from metric_hours), (select min(local_day) from agent_days),
        (select min(local_day) from card_days), (select min(local_day) from outcome_days)))::text as first,
      (${firstOpenDay(db)} - 1)::text as last, settled from figure_zone`;
  const { first, last, settled } = spanSchema.parse(span);
  const wrong: string[] = [];
  if (!settled || first === null) return wrong;
  for (let day = first; day <= last && !signal?.aborted; day = plus(day, DAYS_AT_ONCE)) {
    wrong.push(...(await checkSpan(db, day, last)));
  }
  return wrong;
}

const spanSchema = z.object({
  first: z.string().nullable(),
  last: z.string(),
  settled: z.boolean(),
});
const daysSchema = z.array(z.object({ day: z.string() }));

async function checkSpan(db: Database, day: string, last: string): Promise<string[]> {
  const from = db`${day}::date`;
  const to = db`least(${from} + ${DAYS_AT_ONCE - 1}::integer, ${last}::date)`;
  const wrongs = [
    ...sumTables.map((table) => wrongSums(db, table, { from, to })),
    ...[cardDays, outcomeDays].map((topics) => wrongTopics(db, topics, { from, to })),
    wrongTime(db, { from, to }),
  ];
  const rows = await db`
    with wrong as (
      ${wrongs.reduce((all, one) => db`${all} union ${one}`)}
    ), marked as (
      insert into dirty_days (local_day) select local_day from wrong
      where local_day not in (select local_day from dirty_days) returning local_day
    )
    select local_day::text as day from marked order by day`;
  return daysSchema.parse(rows).map(({ day }) => day);
}

interface Span {
  from: Fragment;
  to: Fragment;
}

/** The days of which a table has other sums than the calls. */
function wrongSums(db: Queryable, table: SumTable, { from, to }: Span): Fragment {
  const kept = db`
    select ${sumColumns(db, table)} from ${db.raw(table)} where local_day between ${from} and ${to}`;
  return wrongDays(db, sumsOfFacts(db, table, { from, to }), kept);
}

/** The days of which a table has other sums of what calls are about than the calls. */
function wrongTopics(db: Queryable, topics: TopicDays, { from, to }: Span): Fragment {
  const kept = db`
    select ${topicColumns(db, topics)} from ${db.raw(topics.table)}
    where local_day between ${from} and ${to}`;
  return wrongDays(db, topicsOfFacts(db, topics, from, to), kept);
}

/** The days of which agents have other times than their intervals. */
function wrongTime(db: Queryable, { from, to }: Span): Fragment {
  const kept = db`
    select local_day, agent_id, status, ms from agent_days where local_day between ${from} and ${to}`;
  return wrongDays(db, agentTime(db, from, to), kept);
}

/** The days with a row that only one of both has. */
function wrongDays(db: Queryable, made: Fragment, kept: Fragment): Fragment {
  return db`
    (with made as materialized (${made}), kept as materialized (${kept})
    select local_day from (table made except table kept) a
    union select local_day from (table kept except table made) b)`;
}

function plus(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
