import 'server-only';
import { emptySampleData, fillSampleData, findSampleData } from '@agent/store';
import { neverThrowing, type Rounds, startRounds } from '../rounds.ts';
import type { Services } from '../services.ts';

/** How often is looked whether sample data is to come or to go. */
export const sampleTimings = { lookEveryMs: 1_000 } as const;

type Parts = Pick<Services, 'db' | 'log'>;

/** Adds and removes the made-up past that somebody asked for, also where another process has left off. */
export function startSampleData(
  services: Parts,
  timings: { lookEveryMs: number } = sampleTimings,
): Rounds {
  return startRounds((closing) => createSampleRound(services, closing), {
    everyMs: timings.lookEveryMs,
  });
}

/** One look; it never throws. What could not be done is done at the next one. */
export function createSampleRound({ db, log }: Parts, signal: AbortSignal): () => Promise<void> {
  return neverThrowing({ log }, look, {
    fails: 'sample data cannot be added or removed now',
    goesOn: 'sample data is added and removed again',
  });

  async function look(): Promise<void> {
    const row = await findSampleData(db);
    // What a script adds it goes on with when it is run again.
    if (row?.state === 'adding' && row.addedBy === 'web') {
      const work = await fillSampleData(db, { signal });
      if (work === 'done') log.info({ calls: row.callsWanted }, 'sample data was added');
    }
    if (row?.state === 'removing') {
      const work = await emptySampleData(db, { signal });
      if (work === 'done') log.info({ calls: row.callsDone }, 'sample data was removed');
    }
  }
}
