import { z } from 'zod';
import { inTransaction, type Queryable } from '../database/connect.ts';
import type { RateLimit } from '../database/throttles.ts';
import { canonicalUsername } from './users.ts';

/** Whose sign-in it is, and from where. */
export interface SignInAttempt {
  username: string;
  address: string;
}

const windowMs = 15 * 60_000;

/**
 * Failures that are looked at. `name` counts what comes from addresses from which this person has not
 * signed in lately: guesses from everywhere are stopped, and cannot keep the person out of its own desk.
 */
export const signInLimits = {
  pair: { limit: 5, windowMs },
  address: { limit: 30, windowMs },
  name: { limit: 20, windowMs },
} as const satisfies Record<string, RateLimit>;
type Counter = keyof typeof signInLimits;

/** How long an address from which a person has signed in is known as its own. */
const knownFor = '30 days';

/** Whether the password may be checked, or when to try again. */
export type SignInTaken = { outcome: 'allowed' } | { outcome: 'throttled'; retryAfterMs: number };

/**
 * Counts an attempt as failed and tells whether it may be checked, in one statement: of any number at
 * once no more are checked than the limits say. What is refused counts nowhere, so nobody is kept out by
 * attempts that were not looked at. To be followed by {@link forgetSignInAttempt} when it succeeds.
 */
export async function takeSignInAttempt(
  db: Queryable,
  attempt: SignInAttempt,
): Promise<SignInTaken> {
  const keys = keysOf(attempt);
  const [row] = await db`
    with own as (
      select exists (
        select from users u join audit_log a on a.actor_id = u.id
        where u.username = ${canonicalUsername(attempt.username)}
          and a.action = 'session.signed-in' and a.address = ${attempt.address}
          and a.at > now() - ${knownFor}::interval
      ) as is_known
    ),
    pair as (${hit('pair', db``)}),
    address as (${hit('address', db`from pair`)}),
    name as (${hit('name', db`from address, own where not is_known`)})
    select case
      when not exists (select from pair) then 'pair'
      when not exists (select from address) then 'address'
      when not exists (select from name) and not (select is_known from own) then 'name'
    end as full`;
  const { full } = z.object({ full: z.enum(['pair', 'address', 'name']).nullable() }).parse(row);
  if (full === null) return { outcome: 'allowed' };
  return { outcome: 'throttled', retryAfterMs: await remainingMs(db, keys[full]) };

  /** Locks in the order pair, address, name, as everything here does. */
  function hit(counter: Counter, source: ReturnType<typeof db>) {
    const { limit } = signInLimits[counter];
    return db`
      insert into rate_limits as r (key, window_ends_at, hits)
      select ${keys[counter]}, now() + ${windowMs}::double precision * interval '1 ms', 1 ${source}
      on conflict (key) do update set
        hits = case when r.window_ends_at <= now() then 1 else r.hits + 1 end,
        window_ends_at = case
          when r.window_ends_at <= now() then excluded.window_ends_at else r.window_ends_at end
      where r.window_ends_at <= now() or r.hits < ${limit}
      returning 1`;
  }
}

/**
 * Takes an attempt back that was no failure. After `success` the failures before it from the same
 * address are forgotten too.
 */
export async function forgetSignInAttempt(
  db: Queryable,
  attempt: SignInAttempt,
  { success }: { success: boolean },
): Promise<void> {
  const keys = keysOf(attempt);
  await inTransaction(db, async (tx) => {
    if (success) await tx`delete from rate_limits where key = ${keys.pair}`;
    for (const key of success ? [keys.address, keys.name] : Object.values(keys)) {
      await tx`update rate_limits set hits = hits - 1 where key = ${key} and hits > 0`;
    }
  });
}

async function remainingMs(db: Queryable, key: string): Promise<number> {
  const [row] = await db`
    select greatest(1, extract(epoch from window_ends_at - now()) * 1000) as remaining_ms
    from rate_limits where key = ${key}`;
  const parsed = z.object({ remainingMs: z.coerce.number() }).safeParse(row);
  return parsed.success ? parsed.data.remainingMs : windowMs;
}

function keysOf({ username, address }: SignInAttempt): Record<Counter, string> {
  const name = canonicalUsername(username);
  return {
    pair: `sign-in:pair:${address}:${name}`,
    address: `sign-in:address:${address}`,
    name: `sign-in:name:${name}`,
  };
}
