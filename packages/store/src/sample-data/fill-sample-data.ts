import { createSamplePast, type SamplePart } from '@agent/calls/sample-past';
import { closeAllAlerts, watchAnew } from '../anomalies/watch-figures.ts';
import type { Database } from '../database/connect.ts';
import { noteRepeats } from '../facts/note-repeats.ts';
import type { FoldedCall } from '../facts/read-facts.ts';
import { rebuildDirtyDays } from '../facts/rebuild-day.ts';
import { findSampleData } from './sample-data-row.ts';
import { readSampleParts } from './sample-parts.ts';
import { writeSampleParts } from './write-calls.ts';

/** How much is done at once, and who is told. */
export interface SampleWorkOptions {
  /** Calls in one transaction. Default 50: the process answers others in between. */
  batch?: number;
  /** Stops between two batches; what is left is done when it is called again. */
  signal?: AbortSignal | undefined;
  /** Told after each batch how many calls are there, or gone. */
  onProgress?: (calls: number) => void;
}

/** `done`; `stopped` by the signal or because somebody wants something else now; `elsewhere`: another process does it. */
export type SampleWork = 'done' | 'stopped' | 'elsewhere';

/** Sums of so many days are made at once. */
const daysAtOnce = 31;

/**
 * Adds the calls of the made-up past that was begun, the oldest first, with logs, facts and what agents did, and
 * makes the sums of its days; then judges them. Broken off, it goes on where it was.
 */
export async function fillSampleData(
  db: Database,
  { batch = 50, signal, onProgress }: SampleWorkOptions = {},
): Promise<SampleWork> {
  const row = await findSampleData(db);
  if (row?.state !== 'adding') return 'stopped';
  const parts = await readSampleParts(db);
  const past = createSamplePast({ ...row.options, ...parts });
  let calls = 0;
  for (const some of inBatches(past.parts(), batch)) {
    if (signal?.aborted) return 'stopped';
    calls += some.filter(({ call }) => call).length;
    const done = await addBatch(db, some, { calls, queues: parts.queues });
    if (typeof done === 'string') return done;
    await noteRepeatsOf(db, done);
    onProgress?.(calls);
  }
  await makeSums(db, signal);
  await db.begin(async (tx) => {
    const ready = await tx`
      update sample_data set state = 'ready', calls_wanted = calls_done, changed_at = clock_timestamp()
      where state = 'adding' returning 1`;
    if (ready.length > 0) await watchAnew(tx, row.untilAt);
  });
  return 'done';
}

/**
 * Takes away all that was made up, in short transactions, with the sums that it was in. Broken off, it goes on
 * where it was.
 */
export async function emptySampleData(
  db: Database,
  { batch = 50, signal, onProgress }: SampleWorkOptions = {},
): Promise<SampleWork> {
  const row = await findSampleData(db);
  if (row?.state !== 'removing') return 'stopped';
  for (let gone = 0; ; ) {
    if (signal?.aborted) return 'stopped';
    const [taken] = await db<{ count: number }[]>`select remove_sample(${batch}::integer) as count`;
    const count = taken?.count ?? 0;
    if (count === 0) break;
    const [left] = await db<{ calls: number }[]>`
      update sample_data set changed_at = clock_timestamp(),
        calls_done = (select count(*) from calls where is_sample)
      returning calls_done as calls`;
    gone = row.callsDone - (left?.calls ?? 0);
    onProgress?.(gone);
  }
  await makeSums(db, signal);
  await db.begin(async (tx) => {
    await tx`delete from sample_data where state = 'removing'`;
    await closeAllAlerts(tx, new Date());
  });
  return 'done';
}

function* inBatches(parts: Iterable<SamplePart>, calls: number): Generator<SamplePart[]> {
  let some: SamplePart[] = [];
  let count = 0;
  for (const part of parts) {
    some.push(part);
    if (part.call) count += 1;
    if (count < calls) continue;
    yield some;
    [some, count] = [[], 0];
  }
  if (some.length > 0) yield some;
}

async function addBatch(
  db: Database,
  parts: readonly SamplePart[],
  { calls, queues }: { calls: number; queues: Parameters<typeof writeSampleParts>[2] },
): Promise<FoldedCall[] | Exclude<SampleWork, 'done'>> {
  return db.begin(async (tx) => {
    const [lock] = await tx<{ taken: boolean }[]>`
      select pg_try_advisory_xact_lock(hashtext('sample-data')) as taken`;
    if (!lock?.taken) return 'elsewhere';
    const wanted = await tx`
      update sample_data set calls_done = greatest(calls_done, ${calls}), changed_at = clock_timestamp()
      where state = 'adding' returning 1`;
    return wanted.length > 0 ? writeSampleParts(tx, parts, queues) : 'stopped';
  });
}

/** In a transaction of its own: calls of before are locked, the newest first. */
async function noteRepeatsOf(db: Database, calls: readonly FoldedCall[]): Promise<void> {
  const times = calls.map(({ facts }) => facts.queuedAt.getTime());
  const customers = calls.flatMap(({ facts }) => facts.customerId ?? []);
  const span = { from: new Date(Math.min(...times)), to: new Date(Math.max(...times)) };
  if (customers.length > 0) await db.begin((tx) => noteRepeats(tx, customers, span));
}

async function makeSums(db: Database, signal: AbortSignal | undefined): Promise<void> {
  const options = { most: daysAtOnce, ...(signal && { signal }) };
  while ((await rebuildDirtyDays(db, options)).length === daysAtOnce);
}
