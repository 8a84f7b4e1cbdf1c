import { FACTS_VERSION } from '@agent/calls';
import { type CallId, type CustomerId, callIdSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Database, Fragment, Queryable } from '../database/connect.ts';
import { noteRepeats } from './note-repeats.ts';
import { type FoldedCall, readFacts } from './read-facts.ts';
import { storeFacts } from './store-facts.ts';

/** Which calls, how many at once, and who is told. */
export interface RebuildFactsOptions {
  /**
   * `recent`: calls that ended a short while ago and whose log has grown since; `stale`: every one whose facts
   * are missing, behind its log or of other rules; `all`: all. Default `stale`, which, broken off, goes on
   * where it was.
   */
  among?: 'recent' | 'stale' | 'all';
  /** Stops between two batches. */
  signal?: AbortSignal;
  /** Calls in one transaction. Default 100. */
  batch?: number;
  /** Told after each batch how many calls of how many are done. */
  onProgress?: (progress: { done: number; total: number }) => void;
}

/** What comes late, as a score or the last words, comes within minutes. */
const recentHours = 2;

/**
 * Works the facts of calls out anew, in short transactions, while calls go on. An erased call keeps the facts it
 * has: there is no log any more. Gives how many calls were looked at.
 */
export async function rebuildFacts(
  db: Database,
  { among = 'stale', signal, batch = 100, onProgress }: RebuildFactsOptions = {},
): Promise<number> {
  const total = await count(db, among);
  let done = 0;
  let after: CallId | undefined;
  while (!signal?.aborted) {
    const callIds = await nextCalls(db, { among, after, limit: batch });
    after = callIds.at(-1);
    if (!after) break;
    await rebuildCalls(db, callIds);
    done += callIds.length;
    onProgress?.({ done, total: Math.max(done, total) });
  }
  return done;
}

async function rebuildCalls(db: Database, callIds: readonly CallId[]): Promise<void> {
  const calls = await db.begin(async (tx) => {
    const folded = await readFacts(tx, callIds);
    await storeFacts(tx, folded);
    return folded;
  });
  const times = calls.map(({ facts }) => facts.queuedAt.getTime());
  const span = { from: new Date(Math.min(...times)), to: new Date(Math.max(...times)) };
  // In a transaction of its own: calls of before may be newer than what that one has locked.
  await db.begin((tx) => noteRepeats(tx, calls.flatMap(customersOf), span));
}

function customersOf({ facts, knownCustomerId }: FoldedCall): CustomerId[] {
  return [facts.customerId, knownCustomerId].flatMap((id) => id ?? []);
}

type Among = NonNullable<RebuildFactsOptions['among']>;

async function count(db: Queryable, among: Among): Promise<number> {
  const [row] = await db`
    select count(*) from calls c left join call_facts f on f.call_id = c.id where ${isMeant(db, among)}`;
  return z.object({ count: z.number() }).parse(row).count;
}

async function nextCalls(
  db: Queryable,
  { among, after, limit }: { among: Among; after: CallId | undefined; limit: number },
): Promise<CallId[]> {
  const rows = await db`
    select c.id from calls c left join call_facts f on f.call_id = c.id
    where ${after ? db`c.id > ${after}` : db`true`} and ${isMeant(db, among)}
    order by c.id limit ${limit}`;
  return z
    .array(z.object({ id: callIdSchema }))
    .parse(rows)
    .map(({ id }) => id);
}

/** Whether a call `c` with facts `f` is among them. */
function isMeant(db: Queryable, among: Among): Fragment {
  const canBeRead = db`(c.erased_at is null or f.call_id is null)`;
  const isBehind = db`(f.call_id is null or f.folded_seq < c.last_seq)`;
  switch (among) {
    case 'recent':
      return db`c.ended_at > now() - ${recentHours}::integer * interval '1 hour'
        and c.erased_at is null and ${isBehind}`;
    case 'stale':
      return db`${canBeRead} and (${isBehind} or f.facts_version <> ${FACTS_VERSION}::smallint)`;
    case 'all':
      return canBeRead;
    default:
      return among satisfies never;
  }
}
