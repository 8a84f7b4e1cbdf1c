import 'server-only';
import type { SampleData } from '@agent/protocol';
import { beginSampleData, beginSampleRemoval, readSampleData, recordAudit } from '@agent/store';
import { requireRole, type Viewer } from '../access/viewer.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';

/** How much past newcomers get: enough weeks and calls for its last day to stand out, whatever day it is. */
export const sampleSize = { days: 36, callsPerDay: 220 } as const;

type Parts = Pick<Services, 'db' | 'log'>;

/** How far the made-up past is. */
export async function showSampleData({ db }: Parts): Promise<SampleData> {
  return readSampleData(db);
}

/** An admin wants a made-up past; it comes in the background. */
export async function addSampleData({ db, log }: Parts, viewer: Viewer): Promise<SampleData> {
  const who = whoAsks(viewer);
  return db.begin(async (tx) => {
    const begun = await beginSampleData(tx, { ...sampleSize, seed: 1, addedBy: 'web' });
    if (begun.outcome === 'there') {
      if (begun.row.state === 'removing') {
        throw Problem.conflict('The sample data is being removed. Add it again in a moment.');
      }
      return readSampleData(tx);
    }
    await recordAudit(tx, { action: 'sample-data.added', ...who });
    log.info(sampleSize, 'sample data is being added');
    return readSampleData(tx);
  });
}

/** An admin wants the made-up past to go; it goes in the background. Where there is none, there is nothing to do. */
export async function removeSampleData({ db, log }: Parts, viewer: Viewer): Promise<SampleData> {
  const who = whoAsks(viewer);
  return db.begin(async (tx) => {
    if (await beginSampleRemoval(tx)) {
      await recordAudit(tx, { action: 'sample-data.removed', ...who });
      log.info('sample data is being removed');
    }
    return readSampleData(tx);
  });
}

function whoAsks(viewer: Viewer) {
  const { userId, displayName } = requireRole(viewer, 'admin');
  return { actor: { userId, displayName }, address: viewer.address };
}
