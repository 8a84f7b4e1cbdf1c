import 'server-only';
import {
  deleteDueSounds,
  eraseDueCalls,
  forgetFigures,
  lastJobRun,
  noteJobRun,
} from '@agent/store';
import { neverThrowing, type Rounds, startRounds } from '../rounds.ts';
import type { Services } from '../services.ts';
import { removeDeletedSounds } from '../sessions/remove-sounds.ts';
import { isDueAtNight } from './night.ts';

/** When what is old is deleted. */
export interface RetentionTimings {
  /** Time between two looks whether it is time, and whether deleted sounds lie in the store still. */
  lookEveryMs: number;
  /** After this hour, in the zone of the reports, a run is due. One that was missed is made up for at the start. */
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
  const { db, log, meters, now, settings } = services;

  return neverThrowing(services, look, {
    fails: 'what is old cannot be deleted now',
    goesOn: 'what is old is deleted again',
    onFailure: () => meters.retentionFailures.inc(),
  });

  async function look(): Promise<void> {
    const { reportZone } = await settings.readNow();
    if (await isDue(reportZone)) await run();
    await removeDeletedSounds(services);
  }

  async function isDue(reportZone: string): Promise<boolean> {
    const last = await lastJobRun(db, jobName);
    const night = { hour: timings.atHour, reportZone };
    return isDueAtNight(last, now(), night);
  }

  /** In another process somebody may be at it: that one notes that it is done. */
  async function run(): Promise<void> {
    const { limit, mostEvents } = retentionBatch;
    const sounds = await untilNone('sound', 'soundDays', async (afterDays) => {
      return (await deleteDueSounds(db, { afterDays, limit }))?.length;
    });
    const texts = await untilNone('text', 'transcriptDays', async (afterDays) => {
      return (await eraseDueCalls(db, { afterDays, limit, mostEvents }))?.length;
    });
    const figures = await untilNone('figures', 'figureDays', (afterDays) =>
      forgetFigures(db, { afterDays, limit }),
    );
    if (sounds === undefined || texts === undefined || figures === undefined) return;
    await noteJobRun(db, jobName);
    meters.retentionFinished.setToCurrentTime();
    log.info({ sounds, texts, figures }, 'what is old was deleted');
  }

  /** How many in all; undefined when it did not come to its end here. */
  async function untilNone(
    kind: 'sound' | 'text' | 'figures',
    days: 'soundDays' | 'transcriptDays' | 'figureDays',
    deleteBatch: (afterDays: number) => Promise<number | undefined>,
  ): Promise<number | undefined> {
    for (let deleted = 0; ; ) {
      if (closing.aborted) return undefined;
      const { [days]: afterDays } = await settings.readNow();
      if (afterDays <= 0) return deleted;
      const batch = await deleteBatch(afterDays);
      if (batch === undefined) return undefined;
      if (batch === 0) return deleted;
      deleted += batch;
      meters.retentionDeleted.inc({ kind }, batch);
      log.info({ kind, calls: batch, deleted }, 'a batch of what is old was deleted');
    }
  }
}
