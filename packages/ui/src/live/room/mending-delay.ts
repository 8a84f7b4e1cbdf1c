import { backOffMs } from '../feed/back-off.ts';

/** A connection is mended for so long; then the room is joined again. */
const MENDING_MS = 15_000;
/** The first attempt comes within this time, so that many browsers do not come at once. */
const FIRST_SPREAD_MS = 500;

/**
 * Wait before the next attempt to mend a connection; null to give it up. LiveKit's own waits grow to 10 s
 * and go on for a minute: of two sides, one would come back long after the other. `random` is 0–1.
 */
export function mendingDelayMs(
  { retryCount, elapsedMs }: { retryCount: number; elapsedMs: number },
  random: number,
): number | null {
  if (elapsedMs > MENDING_MS) return null;
  return retryCount === 0 ? random * FIRST_SPREAD_MS : backOffMs(retryCount, random);
}
