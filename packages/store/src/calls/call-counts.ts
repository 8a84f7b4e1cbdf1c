import { type CallStatus, callStatusSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Fragment, Queryable } from '../database/connect.ts';

type Counts = Record<CallStatus, number>;

/** Calls that were over at a time, which no later change can alter. */
interface Settled {
  until: Date;
  closed: number;
  abandoned: number;
}

/** A call that ended longer ago is in the table, whatever transaction wrote it. */
const settledAfter = '5 minutes';

/** What each database has settled, as far as this process has asked. */
const settledOf = new WeakMap<Queryable, Settled>();
/** A request while an answer is under way gets that one. */
const underWay = new WeakMap<Queryable, Promise<Counts>>();

/**
 * How many calls there are of each status, for metrics. Open calls are few and have indexes of their
 * own. Calls that are over only become more: the first time they are counted, from then on those that
 * have come, so that asking often costs next to nothing however many there are.
 */
export function callCounts(db: Queryable): Promise<Counts> {
  const asked = underWay.get(db);
  if (asked) return asked;
  const counts = count(db).finally(() => underWay.delete(db));
  underWay.set(db, counts);
  return counts;
}

async function count(db: Queryable): Promise<Counts> {
  const before = settledOf.get(db) ?? { until: undefined, closed: 0, abandoned: 0 };
  const since = before.until ?? '-infinity';
  const over = (status: 'closed' | 'abandoned', column: Fragment) => db`
    select ${status}::text as status, count(*) filter (where ${column} <= edge.at)::integer as settled,
      count(*)::integer as count
    from calls, edge where calls.status = ${db.raw(`'${status}'`)} and ${column} > ${since}::timestamptz`;
  const rows = rowsSchema.parse(
    await db`
      with edge as materialized (select now() - ${settledAfter}::interval as at), counted as (
        select status, 0 as settled, count(*)::integer as count from calls
        where status in ('queued', 'offered') group by status
        union all
        select status, 0, count(*)::integer from calls
        where status in ('active', 'wrap-up') group by status
        union all ${over('closed', db`wrapped_up_at`)}
        union all ${over('abandoned', db`ended_at`)}
      )
      select counted.*, edge.at as until from counted, edge`,
  );
  const of = (status: CallStatus) => rows.find((row) => row.status === status);
  const settled = (status: 'closed' | 'abandoned') => before[status] + (of(status)?.settled ?? 0);
  const until = rows[0]?.until;
  if (until) {
    settledOf.set(db, { until, closed: settled('closed'), abandoned: settled('abandoned') });
  }
  return {
    queued: of('queued')?.count ?? 0,
    offered: of('offered')?.count ?? 0,
    active: of('active')?.count ?? 0,
    'wrap-up': of('wrap-up')?.count ?? 0,
    closed: before.closed + (of('closed')?.count ?? 0),
    abandoned: before.abandoned + (of('abandoned')?.count ?? 0),
  };
}

const rowsSchema = z.array(
  z.object({ status: callStatusSchema, settled: z.number(), count: z.number(), until: z.date() }),
);
