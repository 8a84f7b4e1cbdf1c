import { type CustomerId, customerIdSchema, type UserId } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable, Transaction } from '../database/connect.ts';

/** How many different people one person may be shown. */
export interface PeopleBudget {
  perMinute: number;
  perHour: number;
  perDay: number;
}

/** `shown`: counted, show them. `too-many`: nothing is counted; there is room again after that time. */
export type PeopleTaken = { outcome: 'shown' } | { outcome: 'too-many'; retryAfterMs: number };

const hourMs = 3_600_000;
/** Nobody counts twice within this time, so looking again at the same people is free. */
const longestMs = 24 * hourMs;

/**
 * Counts customers that somebody is about to be shown, each at most once a day. Many
 * requests of one person at once are served one after another, so a burst gets no more. Without a budget they are counted
 * and shown in any case.
 */
export async function takePeople(
  tx: Transaction,
  userId: UserId,
  customerIds: readonly CustomerId[],
  budget: PeopleBudget | null,
): Promise<PeopleTaken> {
  await tx`select pg_advisory_xact_lock(hashtext(${`people:${userId}`}))`;
  const fresh = await notYetCounted(tx, userId, customerIds);
  const retryAfterMs = budget ? await waitForBudget(tx, userId, fresh.length, budget) : 0;
  if (retryAfterMs > 0) return { outcome: 'too-many', retryAfterMs };
  await tx`
    insert into people_shown (user_id, customer_id, counted_at)
    select ${userId}, customer_id, clock_timestamp() from unnest(${fresh}::text[]) customer_id
    on conflict (user_id, customer_id) do update set counted_at = excluded.counted_at`;
  return { outcome: 'shown' };
}

async function notYetCounted(
  tx: Transaction,
  userId: UserId,
  customerIds: readonly CustomerId[],
): Promise<CustomerId[]> {
  const rows = await tx`
    select distinct id from unnest(${[...customerIds]}::text[]) id
    where not exists (
      select from people_shown
      where user_id = ${userId} and customer_id = id and counted_at > ${since(tx, longestMs)}
    )`;
  return z
    .array(z.object({ id: customerIdSchema }))
    .parse(rows)
    .map(({ id }) => id);
}

async function waitForBudget(
  tx: Transaction,
  userId: UserId,
  fresh: number,
  budget: PeopleBudget,
): Promise<number> {
  if (fresh === 0) return 0;
  const waits = [
    await waitForRoom(tx, userId, budget.perMinute - fresh, 60_000),
    await waitForRoom(tx, userId, budget.perHour - fresh, hourMs),
    await waitForRoom(tx, userId, budget.perDay - fresh, longestMs),
  ];
  return Math.max(...waits);
}

/** Time until at most `room` people count in the window; 0 when it is so now. */
async function waitForRoom(
  tx: Transaction,
  userId: UserId,
  room: number,
  windowMs: number,
): Promise<number> {
  if (room < 0) return windowMs;
  const [row] = await tx`
    select extract(epoch from counted_at - ${since(tx, windowMs)}) * 1000 as wait_ms
    from people_shown where user_id = ${userId} and counted_at > ${since(tx, windowMs)}
    order by counted_at desc offset ${room} limit 1`;
  return row ? Math.max(1, waitSchema.parse(row).waitMs) : 0;
}

const waitSchema = z.object({ waitMs: z.coerce.number() });

function since(tx: Transaction, windowMs: number) {
  return tx`(clock_timestamp() - ${windowMs}::double precision * interval '1 ms')`;
}

/** Forgets who was shown whom longer than a day ago. */
export async function prunePeopleShown(db: Queryable): Promise<void> {
  await db`delete from people_shown
    where counted_at <= now() - ${longestMs}::double precision * interval '1 ms'`;
}
