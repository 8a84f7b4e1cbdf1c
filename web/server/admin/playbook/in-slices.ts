import 'server-only';
import { setImmediate } from 'node:timers/promises';

/** Others wait for the process so long at most, plus what one step takes. */
const SLICE_MS = 10;

/**
 * Goes through the steps of something long, and lets others have the process after each slice of it.
 * Undefined when `isGivenUp` says so in between.
 */
export async function inSlices<T>(
  steps: Generator<void, T>,
  isGivenUp: () => boolean,
): Promise<T | undefined> {
  let endsAtMs = performance.now() + SLICE_MS;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < endsAtMs) continue;
    await setImmediate();
    if (isGivenUp()) return undefined;
    endsAtMs = performance.now() + SLICE_MS;
  }
}
