import { setTimeout as wait } from 'node:timers/promises';
import { type Database, indexSessions } from '@agent/store';
import { fillGinIndexes } from '../search-performance/fill-gin-indexes.ts';
import { seedHistory } from '../seed-history/seed-history.ts';

/** How much past, and who is told how far it is. */
interface PastToFill {
  days: number;
  callsPerDay: number;
  onLine: (line: string) => void;
}

/** Fills an empty database with a past, and makes it searchable. For the owner of the tables. */
export async function fillPast(
  owner: Database,
  { days, callsPerDay, onLine }: PastToFill,
): Promise<void> {
  const { refused } = await seedHistory(owner, {
    ...{ days, callsPerDay, seed: 1, isForced: false, isRemoval: false },
    onLine,
  });
  if (refused !== undefined) throw new Error(refused);
  onLine('… they are made searchable');
  await fillGinIndexes(owner, 'call_search', () => indexAll(owner));
  for (const table of ['call_search', 'call_events']) await owner`analyze ${owner.raw(table)}`;
}

/** Beside the web app, which does the same: whoever is first does a call. */
async function indexAll(db: Database): Promise<void> {
  for (;;) {
    const asked = { language: 'english', among: 'all', limit: 500 } as const;
    const onUnsearchable = (callId: string) => {
      throw new Error(`${callId} cannot be searched.`);
    };
    const done = await indexSessions(db, { ...asked, onUnsearchable });
    if (done.outcome === 'elsewhere') await wait(1_000);
    else if (!done.goOnBehind && done.indexed === 0) return;
  }
}
