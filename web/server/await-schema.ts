import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { isUnavailable, requireSchema } from '@agent/store';
import type { Services } from './services.ts';

/** Between two looks while Postgres is away. */
const everyMs = 1_000;

/**
 * Resolves once the database is known to have the schema of this version, however long Postgres is
 * away; rejects when it has another, with which this server would half work.
 */
export async function awaitSchema({ db, stopping }: Pick<Services, 'db' | 'stopping'>) {
  const { signal } = stopping;
  while (!signal.aborted) {
    try {
      return await requireSchema(db);
    } catch (error) {
      if (!isUnavailable(error)) throw error;
    }
    await wait(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
