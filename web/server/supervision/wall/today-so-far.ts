import 'server-only';
import type { TargetsOfQueue } from '@agent/store';

/** Calls change many times a second; the share of a day's calls may be so old. */
const everyMs = 1_000;

/** How today's calls were answered, asked again when something has changed, and at most once a second. */
export function createTodaySoFar(
  read: () => Promise<TargetsOfQueue[]>,
  nowMs: () => number = () => performance.now(),
): (hasNews: boolean) => Promise<readonly TargetsOfQueue[]> {
  let known: readonly TargetsOfQueue[] = [];
  let isDue = true;
  let atMs = Number.NEGATIVE_INFINITY;

  return async (hasNews) => {
    isDue ||= hasNews;
    if (!isDue || nowMs() - atMs < everyMs) return known;
    atMs = nowMs();
    // What comes in while it is read may not be in what was read.
    isDue = false;
    try {
      known = await read();
    } catch (error) {
      isDue = true;
      throw error;
    }
    return known;
  };
}
