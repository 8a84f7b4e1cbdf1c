import { type CallId, callIdSchema, type UserId } from '@agent/protocol';
import { z } from 'zod';
import {
  type Database,
  inTransaction,
  type Queryable,
  type Transaction,
} from '../database/connect.ts';

/**
 * What became of it. `erased-before`: there was nothing to do; `going-on`: the call is not wrapped up;
 * `on-hold`: a legal hold keeps it.
 */
export const erasureOutcomes = [
  'erased',
  'erased-before',
  'going-on',
  'on-hold',
  'not-found',
] as const;
/** What became of the wish to erase a call. */
export type ErasureOutcome = (typeof erasureOutcomes)[number];

/** Who wants a call to be erased, and why. */
export interface ErasureRequest {
  reason: string;
  by: { userId: UserId; displayName: string };
}

/** Tables whose rows go with their call. Its log goes in `erase_call`, as nobody else may delete from it. */
export const erasedTables: readonly string[] = ['call_search', 'session_comments'];

/**
 * Erases a call that is over: its log, what is searched, comments, names, contact, notes, and the key of its
 * sound. Its row stays, emptied, and a tombstone proves it. What of the sound lies in the store is
 * for {@link soundsToRemove}.
 */
export async function eraseCall(
  db: Queryable,
  callId: CallId,
  { reason, by }: ErasureRequest,
): Promise<ErasureOutcome> {
  return inTransaction(db, async (tx) => {
    const [row] = await tx`
      select erase_call(${callId}, 'request', ${reason}, ${by.userId}, ${by.displayName}) as outcome`;
    const { outcome } = z.object({ outcome: z.enum(erasureOutcomes) }).parse(row);
    if (outcome === 'erased') await eraseRest(tx, [callId]);
    return outcome;
  });
}

/** Which calls are old enough, and how many are erased in one transaction. */
export interface EraseDueOptions {
  /** Over for so many days. */
  afterDays: number;
  /** At most so many calls … */
  limit: number;
  /** … which have about so many events together, so that no statement takes long. */
  mostEvents: number;
}

/**
 * Erases a batch of calls whose time has come, the oldest first; one process at a time. Undefined:
 * another does it. Fewer than there are: ask again until it is none.
 */
export async function eraseDueCalls(
  db: Database,
  { afterDays, limit, mostEvents }: EraseDueOptions,
): Promise<CallId[] | undefined> {
  return db.begin(async (tx) => {
    if (!(await lockRetention(tx))) return undefined;
    const rows = await tx`
      with due as (
        select id, last_seq, sum(last_seq) over (order by ended_at, id) as events from (
          select id, last_seq, ended_at from calls
          where ended_at < now() - ${afterDays}::double precision * interval '1 day'
            and erased_at is null and not legal_hold and status in ('closed', 'abandoned')
          order by ended_at, id limit ${limit}
        ) oldest
      ), erased as materialized (
        select id, erase_call(id, 'retention', '', null, null) as outcome from due
        where events - last_seq <= ${mostEvents}
      )
      select id from erased where outcome = 'erased'`;
    const callIds = z
      .array(z.object({ id: callIdSchema }))
      .parse(rows)
      .map(({ id }) => id);
    await eraseRest(tx, callIds);
    return callIds;
  });
}

/** Until the end of the transaction nobody else deletes by age; false when somebody does so now. */
export async function lockRetention(tx: Transaction): Promise<boolean> {
  const [row] = await tx<{ locked: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtext('retention')) as locked`;
  return row?.locked ?? false;
}

async function eraseRest(tx: Transaction, callIds: readonly CallId[]): Promise<void> {
  for (const table of erasedTables) {
    await tx`delete from ${tx.raw(table)} where call_id = any(${[...callIds]}::uuid[])`;
  }
}
