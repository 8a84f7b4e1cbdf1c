import { boundedQueue } from './bounded-queue.ts';

/** One thing to do. */
export type Task = () => Promise<void>;

export interface SerialQueueOptions {
  /** Most tasks that wait; the oldest goes when one more comes. */
  capacity: number;
  /** Told of a task that failed; the next runs all the same. */
  onFailure: (error: unknown) => void;
  onDrop: () => void;
}

/** Does things one after another, so that each sees what the one before has decided. */
export interface SerialQueue {
  add(task: Task): void;
  /** Takes no more; resolves when what waits is done. Calling it twice is harmless. */
  close(): Promise<void>;
}

/** Opens an empty queue. */
export function createSerialQueue({
  capacity,
  onFailure,
  onDrop,
}: SerialQueueOptions): SerialQueue {
  const tasks = boundedQueue<Task>({ capacity, whenFull: 'drop-oldest', onDrop });

  async function work() {
    for await (const task of tasks) await task().catch(onFailure);
  }

  const working = work();
  return {
    add: tasks.push,
    close() {
      tasks.close();
      return working;
    },
  };
}
