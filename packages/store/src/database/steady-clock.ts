/** The time as all parts of the product know it, whatever the clock of this machine says. */
export interface SteadyClock {
  now(): Date;
  /** Takes over the true time, in ms since the epoch. */
  set(trueMs: number): void;
}

/**
 * A clock that goes on from `startMs` without looking at the wall clock again: when that jumps, nobody
 * may lose a session and no token may become invalid. `set` mends a wrong start, and a sleep of the
 * machine, which the monotonic time leaves out.
 */
export function createSteadyClock(
  startMs: number,
  monotonicMs: () => number = () => performance.now(),
): SteadyClock {
  let offsetMs = startMs - monotonicMs();
  return {
    now: () => new Date(monotonicMs() + offsetMs),
    set(trueMs) {
      offsetMs = trueMs - monotonicMs();
    },
  };
}
