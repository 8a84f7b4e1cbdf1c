import { z } from 'zod';
import type { Queryable } from './connect.ts';

/** How much of something is allowed in a window of time. */
export interface RateLimit {
  /** How often it may happen … */
  limit: number;
  /** … within this time, counted from the first. */
  windowMs: number;
}

/** Takes one hit from a limit shared by all processes; false when it is used up. */
export async function takeRateLimit(
  db: Queryable,
  key: string,
  { limit, windowMs }: RateLimit,
): Promise<boolean> {
  const [row] = await db`
    insert into rate_limits as r (key, window_ends_at, hits)
    values (${key}, now() + ${windowMs}::double precision * interval '1 ms', 1)
    on conflict (key) do update set
      hits = case when r.window_ends_at <= now() then 1 else r.hits + 1 end,
      window_ends_at = case
        when r.window_ends_at <= now() then excluded.window_ends_at else r.window_ends_at end
    returning hits`;
  return z.object({ hits: z.number() }).parse(row).hits <= limit;
}

/** Forgets limits whose time is over; one that is being taken at this moment stays. */
export async function pruneRateLimits(db: Queryable): Promise<void> {
  await db`
    delete from rate_limits where key in (
      select key from rate_limits where window_ends_at <= now() for update skip locked
    )`;
}
