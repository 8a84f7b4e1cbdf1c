import type { OpenQueue } from '@agent/protocol';

/** Where one can call, and which of it this customer calls. */
export interface QueueChoice {
  queues: readonly OpenQueue[];
  /** Null: the customer has to choose. */
  queue: OpenQueue | null;
  /** Whether the customer came for a queue that is not there. */
  isQueueGone: boolean;
}

/** What the customer came for, if it is there; else the only one there is. */
export function queueChoice(queues: readonly OpenQueue[], wanted: string | undefined): QueueChoice {
  const queue = queues.find(({ id }) => id === wanted) ?? null;
  if (queue || wanted !== undefined) return { queues, queue, isQueueGone: queue === null };
  const [only = null, ...more] = queues;
  return { queues, queue: more.length === 0 ? only : null, isQueueGone: false };
}
