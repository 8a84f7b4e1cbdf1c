import type { CallClock } from '../audio/audio-frame.ts';

/** Notices that nothing comes from microphones that are on. */
export interface Arrivals {
  /**
   * Takes note of how many packets of each stream have come by now, and whether any are to come: somebody
   * is there and not muted.
   */
  saw(packets: ReadonlyMap<string, number>, isExpected: boolean): void;
  /** Since when nothing has come that was expected; undefined while something does. */
  deafSinceMs(): number | undefined;
}

/** What arrivals are judged by. */
export interface ArrivalsOptions {
  clock: CallClock;
  /** Told when packets come again after a while without any. */
  onGap: (startMs: number, endMs: number) => void;
  /** A shorter pause is none: silence is a packet every 400 ms, and they are counted every second. Default 3 s. */
  minGapMs?: number;
}

const MIN_GAP_MS = 3_000;

/** Starts with nothing expected. */
export function createArrivals({ clock, onGap, minGapMs = MIN_GAP_MS }: ArrivalsOptions): Arrivals {
  let before: ReadonlyMap<string, number> = new Map();
  let lastAtMs: number | undefined;
  return {
    saw(packets, isExpected) {
      const isNew = [...packets].some(([stream, count]) => count > (before.get(stream) ?? 0));
      before = packets;
      if (!isExpected) lastAtMs = undefined;
      else if (isNew || lastAtMs === undefined) {
        const atMs = clock();
        if (lastAtMs !== undefined && atMs - lastAtMs >= minGapMs) onGap(lastAtMs, atMs);
        lastAtMs = atMs;
      }
    },
    deafSinceMs: () =>
      lastAtMs !== undefined && clock() - lastAtMs >= minGapMs ? lastAtMs : undefined,
  };
}
