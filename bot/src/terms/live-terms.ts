import { coalesced } from '@agent/process';
import type { Logger } from '@agent/process/log';
import type { QueueId } from '@agent/protocol';
import { compileTerms, type Term } from './term-list.ts';

/** Where the terms of the queues are kept. */
export interface TermsStore {
  /** The terms of each queue, as they are written. */
  read(): Promise<readonly { id: QueueId; terms: readonly string[] }[]>;
  /** Calls back at each sign that a queue has changed, and when listening (re)starts. */
  watch(onSign: () => void): Promise<{ close(): Promise<void> }>;
}

export interface LiveTermsOptions {
  store: TermsStore;
  logger: Logger;
}

/** The names and words of the trade as the queues have them now. */
export interface LiveTerms {
  /** Those of a queue; none for one that is not known. */
  of(queueId: QueueId): readonly Term[];
  /** Follows no more. Closing twice is harmless. */
  close(): Promise<void>;
}

/** A sign may be lost, as when Postgres was away. */
const READ_EVERY_MS = 60_000;
const none: readonly Term[] = Object.freeze([]);

/** Reads the terms and follows their changes. While they cannot be read, what was read last stands. */
export async function followTerms({ store, logger }: LiveTermsOptions): Promise<LiveTerms> {
  let source = '[]';
  let byQueue = new Map<QueueId, readonly Term[]>();

  const read = coalesced(async () => {
    const queues = await store.read();
    const next = JSON.stringify(queues);
    if (next === source) return;
    byQueue = new Map(queues.map(({ id, terms }) => [id, compileTerms(terms)]));
    source = next;
    logger.info({ queues: queues.length }, 'Read the terms of the queues.');
  });
  const readSoftly = () => read().catch((err) => logger.warn({ err }, 'Could not read the terms.'));

  await readSoftly();
  const signs = await store.watch(() => void readSoftly());
  const reading = setInterval(() => void readSoftly(), READ_EVERY_MS);

  return {
    of: (queueId) => byQueue.get(queueId) ?? none,
    async close() {
      clearInterval(reading);
      await signs.close();
    },
  };
}
