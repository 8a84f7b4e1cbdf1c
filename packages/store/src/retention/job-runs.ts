import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

/** When something that is done now and then was last done to its end; undefined: never. */
export async function lastJobRun(db: Queryable, name: string): Promise<Date | undefined> {
  const [row] = await db`select finished_at from job_runs where name = ${name}`;
  return row && z.object({ finishedAt: z.date() }).parse(row).finishedAt;
}

/** Notes that it has been done to its end, now. */
export async function noteJobRun(db: Queryable, name: string): Promise<void> {
  await db`
    insert into job_runs (name, finished_at) values (${name}, clock_timestamp())
    on conflict (name) do update set finished_at = excluded.finished_at`;
}
