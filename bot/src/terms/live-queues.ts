import type { Logger } from '@agent/process/log';
import type { QueueId } from '@agent/protocol';
import { type Following, followStored, type Source } from '../async/follow-stored.ts';
import { compileTerms, type Term } from './term-list.ts';

/** What of a queue is kept that says how its calls are to be heard. */
export interface StoredQueue {
  id: QueueId;
  /** ISO 639-1 of what is spoken in it. */
  language: string;
  /** Names and words of the trade, as they are written. */
  terms: readonly string[];
}

export interface LiveQueuesOptions {
  store: Source<readonly StoredQueue[]>;
  logger: Logger;
}

/** How the calls of a queue are to be heard. */
export interface QueueWords {
  /** Undefined where nobody knows: the model guesses. */
  language: string | undefined;
  terms: readonly Term[];
}

/** What is spoken in the queues, and their words of the trade, as they are now, until it is closed. */
export interface LiveQueues extends Following {
  of(queueId: QueueId): QueueWords;
}

const unknown: QueueWords = Object.freeze({ language: undefined, terms: [] });

/** Reads the queues and follows their changes. While they cannot be read, what was read last stands. */
export async function followQueues({ store, logger }: LiveQueuesOptions): Promise<LiveQueues> {
  let byQueue = new Map<QueueId, QueueWords>();
  const take = (queues: readonly StoredQueue[]) => {
    byQueue = new Map(
      queues.map(({ id, language, terms }) => [id, { language, terms: compileTerms(terms) }]),
    );
    logger.info({ queues: queues.length }, 'Read the queues.');
  };
  const following = await followStored({ source: store, take, what: 'the queues', logger });
  return { of: (queueId) => byQueue.get(queueId) ?? unknown, close: following.close };
}
