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
}

/** Creates a queue that holds at most `capacity` items and says what it drops beyond. */
export function boundedQueue<T>(options: BoundedQueueOptions<T>): BoundedQueue<T> {
  const { capacity, whenFull, onDrop } = options;
  const items: T[] = [];
  let closed = false;
  let wake: (() => void) | undefined;

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
    close() {
      closed = true;
      wake?.();
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        while (items.length > 0) yield items.shift() as T;
        if (closed) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        wake = undefined;
      }
    },
  };
}
