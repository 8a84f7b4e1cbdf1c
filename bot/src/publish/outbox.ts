import { wait } from '../wait.ts';

export interface OutboxOptions<T> {
  /** Delivers one item; a rejection that `isRetryable` accepts is tried again. */
  deliver: (item: T) => Promise<void>;
  isRetryable: (error: unknown) => boolean;
  /** Told of an item that cannot be delivered at all, with the reason. */
  onFailure: (item: T, error: unknown) => void;
  /** Told of the oldest waiting item when one more comes than fits. */
  onDrop: (item: T) => void;
  /** At least 2. Default 2 000, which is an hour of talk. */
  capacity?: number;
  /** Default 250. */
  retryEveryMs?: number;
}

/** Delivers items one after another, in order, waiting while the receiver is away. */
export interface Outbox<T> {
  readonly depth: number;
  add(item: T): void;
  /** Resolves when everything added so far has been delivered or has failed. */
  drained(): Promise<void>;
  /** Gives up on what waits. Calling it twice is harmless. */
  stop(): void;
}

/** Creates an empty outbox. */
export function createOutbox<T>(options: OutboxOptions<T>): Outbox<T> {
  const { deliver, isRetryable, onFailure, onDrop, capacity = 2_000, retryEveryMs = 250 } = options;
  const items: T[] = [];
  const stopping = new AbortController();
  let working: Promise<void> | undefined;

  async function work() {
    for (let item = items[0]; item !== undefined; item = items[0]) {
      const outcome = await tryOnce(item);
      if (outcome === 'again') {
        await wait(retryEveryMs, stopping.signal);
      } else if (items[0] === item) {
        items.shift();
      }
    }
    working = undefined;
  }

  async function tryOnce(item: T): Promise<'done' | 'again'> {
    try {
      await deliver(item);
    } catch (error) {
      if (isRetryable(error)) return 'again';
      onFailure(item, error);
    }
    return 'done';
  }

  return {
    get depth() {
      return items.length;
    },
    add(item) {
      if (stopping.signal.aborted) return;
      // The first is being delivered, so the second is the oldest that can go.
      if (items.length >= capacity) onDrop(...(items.splice(1, 1) as [T]));
      items.push(item);
      working ??= work();
    },
    async drained() {
      while (working) await working;
    },
    stop() {
      stopping.abort();
      items.length = 0;
    },
  };
}
