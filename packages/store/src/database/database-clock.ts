import { z } from 'zod';
import type { Queryable } from './connect.ts';

/** What Postgres' clock says, in ms since the epoch: the time of the whole product. */
export async function readDatabaseClock(db: Queryable): Promise<number> {
  const [row] = await db`select extract(epoch from clock_timestamp())::float8 * 1000 as now_ms`;
  return z.object({ nowMs: z.number() }).parse(row).nowMs;
}
