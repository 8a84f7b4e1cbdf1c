import { coalesced } from '@agent/process';
import type { Logger } from '@agent/process/log';
import type { QueueId } from '@agent/protocol';
import { compileTerms, type Term } from './term-list.ts';

/** What of a queue is kept that says how its calls are to be heard. */
export interface StoredQueue {
  id: QueueId;
  /** ISO 639-1 of what is spoken in it. */
  language: string;
  /** Names and words of the trade, as they are written. */
  terms: readonly string[];
}

/** Where the queues are kept. */
export interface QueuesStore {
  read(): Promise<readonly StoredQueue[]>;
  /** Calls back at each sign that a queue has changed, and when listening (re)starts. */
  watch(onSign: () => void): Promise<{ close(): Promise<void> }>;
}

export interface LiveQueuesOptions {
  store: QueuesStore;
  logger: Logger;
}

/** How the calls of a queue are to be heard. */
export interface QueueWords {
  /** Undefined where nobody knows: the model guesses. */
  language: string | undefined;
  terms: readonly Term[];
}

/** What is spoken in the queues, and their words of the trade, as they are now. */
export interface LiveQueues {
  of(queueId: QueueId): QueueWords;
  /** Follows no more. Closing twice is harmless. */
  close(): Promise<void>;
}

/** A sign may be lost, as when Postgres was away. */
const READ_EVERY_MS = 60_000;
const unknown: QueueWords = Object.freeze({ language: undefined, terms: [] });

/** Reads the queues and follows their changes. While they cannot be read, what was read last stands. */
export async function followQueues({ store, logger }: LiveQueuesOptions): Promise<LiveQueues> {
  let source = '[]';
  let byQueue = new Map<QueueId, QueueWords>();

  const read = coalesced(async () => {
    const queues = await store.read();
    const next = JSON.stringify(queues);
    if (next === source) return;
    byQueue = new Map(
      queues.map(({ id, language, terms }) => [id, { language, terms: compileTerms(terms) }]),
    );
    source = next;
    logger.info({ queues: queues.length }, 'Read the queues.');
  });
  const readSoftly = () =>
    read().catch((err) => logger.warn({ err }, 'Could not read the queues.'));

  await readSoftly();
  const signs = await store.watch(() => void readSoftly());
  const reading = setInterval(() => void readSoftly(), READ_EVERY_MS);

  return {
    of: (queueId) => byQueue.get(queueId) ?? unknown,
    async close() {
      clearInterval(reading);
      await signs.close();
    },
  };
}
