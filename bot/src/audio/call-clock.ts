import type { CallClock } from './audio-frame.ts';

/**
 * Starts the clock of a call that was answered so long ago. It is set once by the database, as the
 * clocks of hosts differ, and runs by `steadyMs`, as they are put right now and then.
 */
export function startCallClock(
  elapsedMs: number,
  steadyMs: () => number = () => performance.now(),
): CallClock {
  const startedAtMs = steadyMs();
  return () => Math.max(0, Math.round(elapsedMs + steadyMs() - startedAtMs));
}
