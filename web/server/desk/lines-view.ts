import 'server-only';
import type { Lines } from '@agent/store';
import type { ChangeFeed } from '../change-feed.ts';
import type { Meters } from '../meters.ts';

/** The lines of all queues as all streams of this process see it. */
export interface LinesView {
  /** The lines since their last change; read once, however many ask. */
  now(): Promise<Lines>;
}

/** Where a view of the lines looks, and by what it learns of changes. */
export interface LinesViewOptions {
  readLines(): Promise<Lines>;
  changeFeed: Pick<ChangeFeed, 'onAnyDesk'>;
  meters: Pick<Meters, 'queueReads'>;
}

/** Lines that nobody has told a change of are read again after this time: people come and go. */
const mostAgeMs = 1_000;

/** Reads the lines after each change of a desk, for everybody at once. */
export function createLinesView(
  { readLines, changeFeed, meters }: LinesViewOptions,
  nowMs: () => number = () => performance.now(),
): LinesView {
  let held: { lines: Lines; readAtMs: number } | undefined;
  let running: Promise<Lines> | undefined;
  let next: Promise<Lines> | undefined;
  let isOutdated = false;
  let isListening = false;

  return {
    async now() {
      listenOnce();
      // Everybody is told of a change in one go: a request right after must not see what was before.
      await Promise.resolve();
      if (held && nowMs() - held.readAtMs < mostAgeMs) return held.lines;
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

  function read(): Promise<Lines> {
    isOutdated = false;
    next = undefined;
    meters.queueReads.inc();
    const readAtMs = nowMs();
    const reading = readLines().then((lines) => {
      if (!isOutdated) held = { lines, readAtMs };
      return lines;
    });
    running = reading;
    const end = () => {
      if (running === reading) running = undefined;
    };
    reading.then(end, end);
    return reading;
  }
}
