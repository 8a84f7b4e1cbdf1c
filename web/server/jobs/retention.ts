import 'server-only';
import type { CallId } from '@agent/protocol';
import { deleteDueSounds, eraseDueCalls, lastJobRun, noteJobRun } from '@agent/store';
import { neverThrowing, type Rounds, startRounds } from '../rounds.ts';
import type { Services } from '../services.ts';
import { removeDeletedSounds } from '../sessions/remove-sounds.ts';

/** When what is old is deleted. */
export interface RetentionTimings {
  /** Time between two looks whether it is time, and whether deleted sounds lie in the store still. */
  lookEveryMs: number;
  /** After this hour of the day, UTC, a run is due. One that was missed is made up for at the start. */
  atHour: number;
}

/** The figures of the product; tests have their own. */
export const retentionTimings = {
  lookEveryMs: 60_000,
  atHour: 3,
} as const satisfies RetentionTimings;

/** What one transaction deletes. */
export const retentionBatch = {
  /** Calls at most … */
  limit: 500,
  /** … of which the logs have about so many events together. */
  mostEvents: 20_000,
} as const;

const jobName = 'retention';

/** Deletes once a day what is older than the settings say, and keeps trying until it is done. */
export function startRetention(
  services: Services,
  timings: RetentionTimings = retentionTimings,
): Rounds {
  return startRounds((closing) => createRetentionLook(services, timings, closing), {
    everyMs: timings.lookEveryMs,
  });
}

/** One look; it never throws. What it could not do is done at the next one. */
export function createRetentionLook(
  services: Services,
  timings: RetentionTimings = retentionTimings,
  closing: AbortSignal = new AbortController().signal,
): () => Promise<void> {
  const { db, log, meters, now } = services;

  return neverThrowing(services, look, {
    fails: 'what is old cannot be deleted now',
    goesOn: 'what is old is deleted again',
    onFailure: () => meters.retentionFailures.inc(),
  });

  async function look(): Promise<void> {
    if (await isDue()) await run();
    await removeDeletedSounds(services);
  }

  async function isDue(): Promise<boolean> {
    const last = await lastJobRun(db, jobName);
    return last === undefined || last < lastTimeOf(now(), timings.atHour);
  }

  /** In another process somebody may be at it: that one notes that it is done. */
  async function run(): Promise<void> {
    const { RECORDING_DAYS: soundDays, TRANSCRIPT_DAYS: textDays } = services.env;
    const sounds = await untilNone('sound', soundDays, (afterDays) =>
      deleteDueSounds(db, { afterDays, limit: retentionBatch.limit }),
    );
    const texts = await untilNone('text', textDays, (afterDays) =>
      eraseDueCalls(db, { ...retentionBatch, afterDays }),
    );
    if (sounds === undefined || texts === undefined) return;
    await noteJobRun(db, jobName);
    meters.retentionFinished.setToCurrentTime();
    log.info({ sounds, texts }, 'what is old was deleted');
  }

  /** How many in all; undefined when it did not come to its end here. */
  async function untilNone(
    kind: 'sound' | 'text',
    afterDays: number,
    deleteBatch: (afterDays: number) => Promise<CallId[] | undefined>,
  ): Promise<number | undefined> {
    let deleted = 0;
    while (afterDays > 0) {
      if (closing.aborted) return undefined;
      const batch = await deleteBatch(afterDays);
      if (batch === undefined) return undefined;
      if (batch.length === 0) break;
      deleted += batch.length;
      meters.retentionDeleted.inc({ kind }, batch.length);
      log.info({ kind, calls: batch.length, deleted }, 'a batch of what is old was deleted');
    }
    return deleted;
  }
}

/** The last time that it was that hour, UTC. */
function lastTimeOf(now: Date, hour: number): Date {
  const time = new Date(now);
  time.setUTCHours(hour, 0, 0, 0);
  if (time > now) time.setUTCDate(time.getUTCDate() - 1);
  return time;
}
