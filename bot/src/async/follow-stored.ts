import { coalesced } from '@agent/process';
import type { Logger } from '@agent/process/log';

/** Where something is kept that changes while the bot runs. */
export interface Source<T> {
  read(): Promise<T>;
  /** Calls back at each sign of a change, and when listening (re)starts. */
  watch(onSign: () => void): Promise<{ close(): Promise<void> }>;
}

export interface FollowOptions<T> {
  source: Source<T>;
  /** Takes what was read, at the start and whenever it is another. */
  take: (stored: T) => void;
  /** What is followed, as log lines call it: "the playbook". */
  what: string;
  logger: Logger;
}

/** What goes on until it is closed. Closing twice is harmless. */
export interface Following {
  close(): Promise<void>;
}

/** A sign may be lost, as when Postgres was away. */
const READ_EVERY_MS = 60_000;

/**
 * Reads what is kept, and follows its changes; resolves after the first reading, whatever came of it. While
 * it cannot be read, what was taken last stands.
 */
export async function followStored<T>({
  source,
  take,
  what,
  logger,
}: FollowOptions<T>): Promise<Following> {
  let taken = '';
  const read = coalesced(async () => {
    const stored = await source.read();
    const next = JSON.stringify(stored);
    if (next === taken) return;
    take(stored);
    taken = next;
  });
  const readSoftly = () => read().catch((err) => logger.warn({ err }, `Could not read ${what}.`));

  await readSoftly();
  const signs = await source.watch(() => void readSoftly());
  const reading = setInterval(() => void readSoftly(), READ_EVERY_MS);
  return {
    async close() {
      clearInterval(reading);
      await signs.close();
    },
  };
}
