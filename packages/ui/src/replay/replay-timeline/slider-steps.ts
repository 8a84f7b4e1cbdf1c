/** An arrow key goes so far. */
export const STEP_MS = 5_000;

/** A page key goes so far, and at most a tenth of the call. */
const PAGE_MS = 60_000;

/** Where a key takes the slider; null for keys that are not its own. */
export function clampedStepMs(key: string, atMs: number, durationMs: number): number | null {
  const pageMs = Math.max(STEP_MS, Math.min(PAGE_MS, durationMs / 10));
  const goals = new Map(
    Object.entries({
      ArrowLeft: atMs - STEP_MS,
      ArrowDown: atMs - STEP_MS,
      ArrowRight: atMs + STEP_MS,
      ArrowUp: atMs + STEP_MS,
      PageDown: atMs - pageMs,
      PageUp: atMs + pageMs,
      Home: 0,
      End: durationMs,
    }),
  );
  const goal = goals.get(key);
  return goal === undefined ? null : Math.min(durationMs, Math.max(0, goal));
}
