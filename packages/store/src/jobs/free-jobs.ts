import type { Queryable } from '../database/connect.ts';

/** Who was not seen for so long is gone: four looks of `startJobs`. */
const goneAfterMs = 60_000;

/**
 * Notes that a worker is there, and gives back the jobs of those that are gone, as a process that was killed
 * does not by itself. Tells how many there were. Somebody who stood still for as long loses its job as well:
 * a job may be done twice, so it has to be harmless.
 */
export async function freeJobsOfGone(
  db: Queryable,
  workerId: string,
  afterMs: number = goneAfterMs,
): Promise<number> {
  const longAgo = db`clock_timestamp() - ${afterMs}::integer * interval '1 millisecond'`;
  await db`
    insert into job_workers (id, seen_at) values (${workerId}, clock_timestamp())
    on conflict (id) do update set seen_at = excluded.seen_at`;
  const [row] = await db<{ gone: number }[]>`
    with gone as materialized (
      select array_agg(distinct j.locked_by) as ids from jobs._private_jobs j
      where j.locked_by is not null and j.locked_at < ${longAgo} and not exists (
        select from job_workers w where w.id = j.locked_by and w.seen_at >= ${longAgo})
    ), freed as materialized (
      select jobs.force_unlock_workers(ids) from gone where ids is not null
    ), forgotten as (
      delete from job_workers where seen_at < ${longAgo}
    )
    select coalesce(cardinality(ids), 0) as gone, (select count(*) from freed) as freed from gone`;
  return row?.gone ?? 0;
}
