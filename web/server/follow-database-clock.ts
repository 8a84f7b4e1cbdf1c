import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { readDatabaseClock } from '@agent/store';
import { errorFields } from './log.ts';
import type { Services } from './services.ts';
import type { SteadyClock } from './steady-clock.ts';

const everyMs = 10_000;
/** A machine that is this far off is worth a line in the log. */
const noticeableMs = 5_000;

/** Keeps our clock at that of Postgres until the server stops. Resolves after the first look. */
export async function followDatabaseClock(
  { db, log, stopping }: Pick<Services, 'db' | 'log' | 'stopping'>,
  clock: SteadyClock,
): Promise<void> {
  const { signal } = stopping;
  await look();
  void (async () => {
    while (!signal.aborted) {
      await wait(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (!signal.aborted) await look();
    }
  })();

  /** While Postgres is away our clock goes on by itself. */
  async function look(): Promise<void> {
    try {
      const databaseMs = await readDatabaseClock(db);
      const offByMs = Math.round(clock.now().getTime() - databaseMs);
      if (Math.abs(offByMs) >= noticeableMs) log.warn({ offByMs }, 'our clock was set right');
      clock.set(databaseMs);
    } catch (error) {
      log.warn(errorFields(error), 'the clock of Postgres could not be read');
    }
  }
}
