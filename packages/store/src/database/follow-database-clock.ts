import { setTimeout as wait } from 'node:timers/promises';
import type { Queryable } from './connect.ts';
import { readDatabaseClock } from './database-clock.ts';
import type { SteadyClock } from './steady-clock.ts';

const everyMs = 10_000;
/** A machine that is this far off is worth telling. */
const noticeableMs = 5_000;

/** Where a clock looks, for how long, and who is told. */
export interface FollowDatabaseClockOptions {
  db: Queryable;
  signal: AbortSignal;
  /** The clock was 5 s or more ahead (positive) or behind, and is right now. */
  onSetRight(offByMs: number): void;
  /** Postgres could not be asked; the clock goes on by itself. */
  onUnreadable(error: unknown): void;
}

/** Keeps a clock at that of Postgres (every 10 s) until `signal`. Resolves after the first look. */
export async function followDatabaseClock(
  clock: SteadyClock,
  { db, signal, onSetRight, onUnreadable }: FollowDatabaseClockOptions,
): Promise<void> {
  await look();
  void (async () => {
    while (!signal.aborted) {
      await wait(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (!signal.aborted) await look();
    }
  })();

  async function look(): Promise<void> {
    try {
      const databaseMs = await readDatabaseClock(db);
      const offByMs = Math.round(clock.now().getTime() - databaseMs);
      if (Math.abs(offByMs) >= noticeableMs) onSetRight(offByMs);
      clock.set(databaseMs);
    } catch (error) {
      onUnreadable(error);
    }
  }
}
