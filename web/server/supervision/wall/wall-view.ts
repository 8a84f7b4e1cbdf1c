import 'server-only';
import { errorFields, wait } from '@agent/process';
import type { Logger } from '@agent/process/log';
import { type Database, readLongCalls } from '@agent/store';
import type { ChangeFeed } from '../../change-feed.ts';
import type { Meters } from '../../meters.ts';
import { createLongCalls, type LongCalls } from './long-calls.ts';
import { createLook } from './look-at-calls.ts';
import { createNews } from './wall-news.ts';
import type { WallSnapshot } from './wall-snapshot.ts';

/** When calls are looked at. */
export interface WallTimings {
  /** Changes within this time are looked at together. */
  gatherMs: number;
  /** Looks without a change: what stands out depends on the time, too. */
  beatMs: number;
  /** Everything is looked at again after this time: notifications can be lost. */
  allEveryMs: number;
  /** After the last viewer has gone, it goes on for so long: pages are opened again. */
  keepMs: number;
}

export const wallTimings = {
  gatherMs: 500,
  beatMs: 1_000,
  allEveryMs: 5_000,
  keepMs: 30_000,
} as const satisfies WallTimings;

/** All calls as all viewers of this process see them: looked at once, however many look on. */
export interface WallView {
  /** Calls `onLook` after each look, until the returned function is called. While anybody watches, it looks. */
  watch(onLook: () => void): () => void;
  /** What the last look gave that succeeded; waits for the first. Rejects when none did. */
  snapshot(): Promise<WallSnapshot>;
  /** What is long for a call, whether anybody watches or not. */
  longCalls(): Promise<LongCalls>;
}

/** Where a view of the wall looks, and by what it learns of changes. */
export interface WallViewOptions {
  db: Database;
  changeFeed: Pick<ChangeFeed, 'onAnyCall' | 'onAnyMonitor' | 'onAnyDesk'>;
  log: Logger;
  meters: Pick<Meters, 'wallLookSeconds'>;
  now: () => Date;
  /** Aborted when this server stops. */
  stopping: AbortController;
}

/** Looks at nothing until somebody watches. */
export function createWallView(
  options: WallViewOptions,
  timings: WallTimings = wallTimings,
): WallView {
  const longCalls = createLongCalls({
    read: () => readLongCalls(options.db),
    onUnreadable: (error) => options.log.warn(errorFields(error), 'not known which calls are long'),
  });
  const watchers = new Set<() => void>();
  let looking: Looking | undefined;
  let ending: NodeJS.Timeout | undefined;
  return {
    watch(onLook) {
      const watcher = () => onLook();
      watchers.add(watcher);
      clearTimeout(ending);
      looking ??= startLooking(options, longCalls, timings, () => {
        for (const one of watchers) one();
      });
      return () => {
        const isLast = watchers.delete(watcher) && watchers.size === 0;
        if (isLast) ending = setTimeout(end, timings.keepMs).unref();
      };
    },
    async snapshot() {
      if (!looking) throw new Error('Nobody watches the wall.');
      return looking.snapshot();
    },
    longCalls,
  };

  function end(): void {
    looking?.close();
    looking = undefined;
  }
}

interface Looking {
  snapshot(): Promise<WallSnapshot>;
  close(): void;
}

function startLooking(
  { db, changeFeed, log, meters, now, stopping }: WallViewOptions,
  longCalls: () => Promise<LongCalls>,
  timings: WallTimings,
  onLook: () => void,
): Looking {
  const news = createNews();
  const stops = [
    changeFeed.onAnyCall(news.ofCall),
    changeFeed.onAnyMonitor(news.ofCall),
    changeFeed.onAnyDesk(news.ofAgents),
  ];
  const look = createLook({ db, now, longCalls, allEveryMs: timings.allEveryMs });
  const closing = new AbortController();
  const signal = AbortSignal.any([closing.signal, stopping.signal]);
  let isFailing = false;
  let latest = lookOnce();
  void goOn();
  return {
    snapshot: () => latest,
    close() {
      closing.abort();
      for (const stop of stops) stop();
    },
  };

  async function goOn(): Promise<void> {
    await hasSucceeded(latest);
    while (!signal.aborted) {
      await wait(timings.gatherMs, signal);
      await news.arrival(timings.beatMs - timings.gatherMs, signal);
      if (signal.aborted) return;
      const next = lookOnce();
      if (await hasSucceeded(next)) latest = next;
      onLook();
    }
  }

  /** What failed is looked at again as a whole. */
  async function hasSucceeded(looked: Promise<WallSnapshot>): Promise<boolean> {
    try {
      await looked;
      if (isFailing) log.info('the wall can be read again');
      isFailing = false;
      return true;
    } catch (error) {
      if (!isFailing && !signal.aborted)
        log.warn(errorFields(error), 'the wall cannot be read now');
      isFailing = true;
      news.ofAll();
      return false;
    }
  }

  async function lookOnce(): Promise<WallSnapshot> {
    const noteEnd = meters.wallLookSeconds.startTimer();
    const snapshot = await look(news.take());
    noteEnd();
    return snapshot;
  }
}
