import { type Database, inTransaction, type Queryable } from '../database/connect.ts';
import { agentTime } from './agent-time.ts';
import { sumColumns, sumsOfFacts, sumTables } from './day-sums.ts';
import { firstOpenDay } from './local-time.ts';
import { cardDays, outcomeDays, topicColumns, topicsOfFacts } from './topic-days.ts';

/**
 * Makes the sums of a day (`2026-11-30`) anew, of its calls, of what they were about and of agents' time, and
 * takes its marks away; one process at a time. A mark that comes meanwhile stays. A day that goes on keeps its marks.
 */
export async function rebuildDay(db: Queryable, day: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx`
      select pg_advisory_xact_lock_shared(hashtext('figure-zone')),
        pg_advisory_xact_lock(hashtext('figure-day'), ${day}::date - date '2000-01-01')`;
    const one = tx`${day}::date`;
    await tx`delete from dirty_days where local_day = ${one} and local_day < ${firstOpenDay(tx)}`;
    // After that, so that whatever a mark was taken away for is seen.
    for (const table of sumTables) {
      await tx`delete from ${tx.raw(table)} where local_day = ${one}`;
      await tx`
        insert into ${tx.raw(table)} (${sumColumns(tx, table)})
        ${sumsOfFacts(tx, table, { from: one, to: one })}`;
    }
    for (const topics of [cardDays, outcomeDays]) {
      const table = tx.raw(topics.table);
      await tx`delete from ${table} where local_day = ${one}`;
      await tx`
        insert into ${table} (${topicColumns(tx, topics)}) ${topicsOfFacts(tx, topics, one, one)}`;
    }
    await tx`delete from agent_days where local_day = ${one}`;
    await tx`insert into agent_days (local_day, agent_id, status, ms) ${agentTime(tx, one, one)}`;
  });
}

/** How much is done at once. */
export interface DirtyDaysOptions {
  /** Days at most, the newest first. Default 31. */
  most?: number;
  /** Stops between two days. */
  signal?: AbortSignal;
}

/**
 * Makes the sums anew of days that are over and marked; to be called every minute. While the zone of the
 * figures changes it does nothing. Gives the days; fewer than `most`: there are no more.
 */
export async function rebuildDirtyDays(
  db: Database,
  { most = 31, signal }: DirtyDaysOptions = {},
): Promise<string[]> {
  // Somebody may be on duty all day without a call.
  await db`select mark_days(array[(clock_timestamp() at time zone zone)::date]) from figure_zone`;
  const rows = await db<{ day: string }[]>`
    select distinct local_day::text as day from dirty_days
    where local_day < ${firstOpenDay(db)} and (select settled from figure_zone)
    order by day desc limit ${most}`;
  const done: string[] = [];
  for (const { day } of rows) {
    if (signal?.aborted) break;
    await rebuildDay(db, day);
    done.push(day);
  }
  return done;
}
