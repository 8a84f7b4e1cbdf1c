import { wait } from '@agent/process';

export interface OutboxOptions<T> {
  /** Delivers one item. */
  deliver: (item: T) => Promise<void>;
  /** Whether the receiver takes nothing now: then all wait, for as long as it takes. */
  isAway: (error: unknown) => boolean;
  /** Whether another try may succeed; then so many are made. */
  mayPass: (error: unknown) => boolean;
  /** Told of an item that cannot be delivered, with the reason. */
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
  /** How many more fit. */
  readonly room: number;
  add(item: T): void;
  /** Resolves when everything added so far has been delivered or has failed. */
  drained(): Promise<void>;
  /** Gives up on what waits. Calling it twice is harmless. */
  stop(): void;
}

/** With the waits between them, half a minute for one item while the others wait behind it. */
const MAX_TRIES = 12;
const LAST_RETRY_MS = 4_000;

/** Creates an empty outbox. */
export function createOutbox<T>(options: OutboxOptions<T>): Outbox<T> {
  const { onDrop, capacity = 2_000 } = options;
  const items: T[] = [];
  const stopping = new AbortController();
  let working: Promise<void> | undefined;

  async function work() {
    for (let item = items[0]; item !== undefined; item = items[0]) {
      await deliverPatiently(item, options, stopping.signal);
      if (items[0] === item) items.shift();
    }
    working = undefined;
  }

  return {
    get depth() {
      return items.length;
    },
    get room() {
      return capacity - items.length;
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

async function deliverPatiently<T>(item: T, options: OutboxOptions<T>, signal: AbortSignal) {
  const { deliver, isAway, mayPass, onFailure, retryEveryMs = 250 } = options;
  let tries = 0;
  let waitMs = retryEveryMs;
  while (!signal.aborted) {
    try {
      return await deliver(item);
    } catch (error) {
      if (signal.aborted) return;
      if (isAway(error)) {
        await wait(retryEveryMs, signal);
        continue;
      }
      tries += 1;
      if (tries >= MAX_TRIES || !mayPass(error)) return onFailure(item, error);
      await wait(waitMs, signal);
      waitMs = Math.min(2 * waitMs, LAST_RETRY_MS);
    }
  }
}
