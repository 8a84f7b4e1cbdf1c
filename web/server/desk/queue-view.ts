import 'server-only';
import type { Queue } from '@agent/store';
import type { ChangeFeed } from '../change-feed.ts';
import type { Meters } from '../meters.ts';

/** The queue as all streams of this process see it. */
export interface QueueView {
  /** The queue since its last change; read once, however many ask. */
  now(): Promise<Queue>;
}

/** Where a view of the queue looks, and by what it learns of changes. */
export interface QueueViewOptions {
  readQueue(): Promise<Queue>;
  changeFeed: Pick<ChangeFeed, 'onAnyDesk'>;
  meters: Pick<Meters, 'queueReads'>;
}

/** A queue that nobody has told a change of is read again after this time: people come and go. */
const mostAgeMs = 1_000;

/** Reads the queue after each change of a desk, for everybody at once. */
export function createQueueView(
  { readQueue, changeFeed, meters }: QueueViewOptions,
  nowMs: () => number = () => performance.now(),
): QueueView {
  let held: { queue: Queue; readAtMs: number } | undefined;
  let running: Promise<Queue> | undefined;
  let next: Promise<Queue> | undefined;
  let isOutdated = false;
  let isListening = false;

  return {
    async now() {
      listenOnce();
      // Everybody is told of a change in one go: a request right after must not see what was before.
      await Promise.resolve();
      if (held && nowMs() - held.readAtMs < mostAgeMs) return held.queue;
      if (!running) return read();
      if (!isOutdated) return running;
      next ??= running.then(read, read);
      return next;
    },
  };

  function listenOnce(): void {
    if (isListening) return;
    isListening = true;
    changeFeed.onAnyDesk(() => {
      held = undefined;
      isOutdated = true;
    });
  }

  function read(): Promise<Queue> {
    isOutdated = false;
    next = undefined;
    meters.queueReads.inc();
    const readAtMs = nowMs();
    const reading = readQueue().then((queue) => {
      if (!isOutdated) held = { queue, readAtMs };
      return queue;
    });
    running = reading;
    const end = () => {
      if (running === reading) running = undefined;
    };
    reading.then(end, end);
    return reading;
  }
}
