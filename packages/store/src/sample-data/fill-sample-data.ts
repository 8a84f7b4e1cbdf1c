import { setImmediate as letOthers } from 'node:timers/promises';
import { createSamplePast, type SamplePart, type SampleQueue } from '@agent/calls/sample-past';
import { closeAllAlerts, watchAnew } from '../anomalies/watch-figures.ts';
import type { Database } from '../database/connect.ts';
import { noteRepeats } from '../facts/note-repeats.ts';
import { rebuildDirtyDays } from '../facts/rebuild-day.ts';
import { patiently } from './patiently.ts';
import { findSampleData } from './sample-data-row.ts';
import { readSampleParts } from './sample-parts.ts';
import { type BatchCall, type SampleBatch, toBatch } from './to-batch.ts';
import { writeSampleBatch } from './write-calls.ts';

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
 * makes the sums of its days; then judges them. While Postgres stores some, the next are made up. Broken off, it
 * goes on where it was.
 */
export async function fillSampleData(
  db: Database,
  { batch = 50, signal, onProgress }: SampleWorkOptions = {},
): Promise<SampleWork> {
  const row = await findSampleData(db);
  if (row?.state !== 'adding') return 'stopped';
  const parts = await readSampleParts(db);
  const past = createSamplePast({ ...row.options, ...parts });
  const batches = inBatches(past.parts(), batch, parts.queues);
  let calls = 0;
  for (let next = await batches.next(); !next.done; ) {
    if (signal?.aborted) return 'stopped';
    calls += next.value.calls.length;
    const { value } = next;
    const [done, following] = await Promise.all([
      patiently(() => addBatch(db, value, calls), { signal }),
      batches.next(),
    ]);
    if (done !== 'done') return done;
    onProgress?.(calls);
    next = following;
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
    const taken = await patiently(() => takeAway(db, batch), { signal });
    if (taken.callsGone + taken.intervalsGone === 0) break;
    gone += taken.callsGone;
    onProgress?.(gone);
  }
  await makeSums(db, signal);
  await db.begin(async (tx) => {
    await tx`delete from sample_data where state = 'removing'`;
    await closeAllAlerts(tx, new Date());
  });
  return 'done';
}

async function takeAway(
  db: Database,
  most: number,
): Promise<{ callsGone: number; intervalsGone: number }> {
  const [taken] = await db<{ callsGone: number; intervalsGone: number }[]>`
    with gone as materialized (select * from remove_sample(${most}::integer)),
    told as (
      update sample_data set changed_at = clock_timestamp(), calls_done = greatest(0, calls_done - calls_gone)
      from gone
    )
    select calls_gone, intervals_gone from gone`;
  return taken ?? { callsGone: 0, intervalsGone: 0 };
}

/** Whoever else has something to do gets a turn between two calls. */
async function* inBatches(
  parts: Iterable<SamplePart>,
  calls: number,
  queues: readonly SampleQueue[],
): AsyncGenerator<SampleBatch> {
  let batch = toBatch(queues);
  for (const part of parts) {
    batch.add(part);
    if (!part.call) continue;
    await letOthers();
    if (batch.calls.length < calls) continue;
    yield batch;
    batch = toBatch(queues);
  }
  yield batch;
}

async function addBatch(db: Database, batch: SampleBatch, calls: number): Promise<SampleWork> {
  const work = await db.begin(async (tx): Promise<SampleWork> => {
    const [lock] = await tx<{ taken: boolean }[]>`
      select pg_try_advisory_xact_lock(hashtext('sample-data')) as taken`;
    if (!lock?.taken) return 'elsewhere';
    const wanted = await tx`
      update sample_data set calls_done = greatest(calls_done, ${calls}), changed_at = clock_timestamp()
      where state = 'adding' returning 1`;
    if (wanted.length === 0) return 'stopped';
    await writeSampleBatch(tx, batch);
    return 'done';
  });
  // Also of those that were there already: whoever broke off may have come no further.
  if (work === 'done') await noteRepeatsOf(db, batch.calls);
  return work;
}

/** In a transaction of its own: calls of before are locked, the newest first. */
async function noteRepeatsOf(db: Database, calls: readonly BatchCall[]): Promise<void> {
  const times = calls.map(({ row }) => row.queuedAt.getTime());
  const customers = calls.flatMap(({ row }) => row.customerId ?? []);
  const span = { from: new Date(Math.min(...times)), to: new Date(Math.max(...times)) };
  if (customers.length > 0) await db.begin((tx) => noteRepeats(tx, customers, span));
}

async function makeSums(db: Database, signal: AbortSignal | undefined): Promise<void> {
  const options = { most: daysAtOnce, ...(signal && { signal }) };
  while ((await patiently(() => rebuildDirtyDays(db, options), { signal })).length === daysAtOnce);
}
