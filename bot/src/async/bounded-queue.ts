export interface BoundedQueueOptions<T> {
  capacity: number;
  /** Which item goes when one more arrives than fits. */
  whenFull: 'drop-oldest' | 'drop-newest';
  /** Called with each item that went. */
  onDrop?: (item: T) => void;
}

/** A queue between a producer that cannot wait and one consumer that reads at its own pace. */
export interface BoundedQueue<T> extends AsyncIterable<T> {
  readonly size: number;
  /** Adds an item; does nothing once the queue is closed. */
  push(item: T): void;
  /** Lets the consumer read what is left and then ends it. Closing twice is harmless. */
  close(): void;
  /** The same, but what is left is followed by an error. */
  fail(error: unknown): void;
  /** Takes out what nobody has read, and closes. */
  takeRest(): T[];
}

/** Creates a queue that holds at most `capacity` items and says what it drops beyond. */
export function boundedQueue<T>(options: BoundedQueueOptions<T>): BoundedQueue<T> {
  const { capacity, whenFull, onDrop } = options;
  const items: T[] = [];
  let closed = false;
  let failure: { error: unknown } | undefined;
  let wake: (() => void) | undefined;

  function close() {
    closed = true;
    wake?.();
  }

  return {
    get size() {
      return items.length;
    },
    push(item) {
      if (closed) return;
      if (items.length >= capacity) {
        if (whenFull === 'drop-newest') return onDrop?.(item);
        onDrop?.(items.shift() as T);
      }
      items.push(item);
      wake?.();
    },
    close,
    fail(error) {
      if (!closed) failure = { error };
      close();
    },
    takeRest() {
      close();
      return items.splice(0);
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        while (items.length > 0) yield items.shift() as T;
        if (failure) throw failure.error;
        if (closed) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        wake = undefined;
      }
    },
  };
}
