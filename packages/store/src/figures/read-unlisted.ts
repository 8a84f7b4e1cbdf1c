import type { Queryable } from '../database/connect.ts';
import { figureConditions } from './figure-conditions.ts';
import type { SumsAsked, SumsOfCalls } from './read-call-sums.ts';
import { readSums, sumsOfFacts } from './sum-columns.ts';

/**
 * Sums of those calls of the period that no list of calls has: they wait or go on, or have been erased. There
 * are few of them, and each has an index of its own kind.
 */
export async function readUnlisted(db: Queryable, asked: SumsAsked): Promise<SumsOfCalls> {
  const { now } = asked.periods;
  const [row] = await db`
    with unlisted as materialized (
      select id from calls where erased_at is not null and ended_at >= ${now.startsAt.toISOString()}::timestamptz
      union select id from calls where answered_at is not null and ended_at is null
      union select id from calls where status in ('queued', 'offered')
    )
    select ${sumsOfFacts(db)} from unlisted u join call_facts f on f.call_id = u.id
    where f.local_day between ${now.from}::date and ${now.to}::date
      and ${figureConditions(db, 'f', asked)}`;
  return readSums(row);
}
