import { z } from 'zod';
import { inTransaction, type Queryable } from './connect.ts';
import { canonicalUsername } from './users.ts';

const maxFailures = 5;
const failureWindow = '15 minutes';

/** Whose sign-in attempts count together: one account from one address. */
export interface SignInAttempt {
  username: string;
  address: string;
}

/**
 * Counts a failed sign-in. Record it *before* checking the password and clear it after success:
 * then a burst of parallel guesses cannot slip through. Older failures are forgotten.
 */
export async function recordSignInFailure(db: Queryable, attempt: SignInAttempt): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx`delete from sign_in_failures where failed_at < now() - ${failureWindow}::interval`;
    await tx`
      insert into sign_in_failures (username, address, failed_at)
      values (${canonicalUsername(attempt.username)}, ${attempt.address}, now())`;
  });
}

/** True after 5 failures of this account from this address within 15 minutes. */
export async function isSignInThrottled(
  db: Queryable,
  { username, address }: SignInAttempt,
): Promise<boolean> {
  const [row] = await db`
    select count(*)::integer as count from sign_in_failures
    where username = ${canonicalUsername(username)} and address = ${address}
      and failed_at > now() - ${failureWindow}::interval`;
  return z.object({ count: z.number() }).parse(row).count >= maxFailures;
}

/** Forgets the failures of an account from an address, after a successful sign-in. */
export async function clearSignInFailures(
  db: Queryable,
  { username, address }: SignInAttempt,
): Promise<void> {
  await db`delete from sign_in_failures
    where username = ${canonicalUsername(username)} and address = ${address}`;
}

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

/** Forgets limits whose time is over. */
export async function pruneRateLimits(db: Queryable): Promise<void> {
  await db`delete from rate_limits where window_ends_at <= now()`;
}
