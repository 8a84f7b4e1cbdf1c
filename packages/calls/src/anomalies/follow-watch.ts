import type { Verdict } from './finding.ts';

/** What is remembered of a figure that is watched. Times are milliseconds since 1970. */
export interface Watch {
  /** When it was judged last; null: never. */
  judgedAtMs: number | null;
  /** How many times in a row it was out of line until then, and when that began. */
  hits: number;
  firstHitAtMs: number | null;
  lastHitAtMs: number | null;
  isOpen: boolean;
}

/** What becomes of the alert. `keep` of one that is open: it has what was found last. */
export type WatchStep = 'open' | 'keep' | 'close' | 'nothing';

/** So many times in a row: one odd window alone is nothing. */
export const HITS_TO_OPEN = 2;
/** An alert is over when nothing was out of line for so long. */
export const QUIET_TO_CLOSE_MS = 30 * 60_000;
/** After a longer gap nothing was "in a row". */
export const LONGEST_GAP_MS = 15 * 60_000;

/** A figure that was never judged. */
export const newWatch: Watch = {
  ...{ judgedAtMs: null, hits: 0, firstHitAtMs: null, lastHitAtMs: null, isOpen: false },
};

/**
 * What a verdict makes of a watched figure. A moment that was judged already changes nothing, so that a job
 * which is done a second time is harmless.
 */
export function followWatch(
  watch: Watch,
  verdict: Verdict,
  atMs: number,
): { watch: Watch; step: WatchStep } {
  const { judgedAtMs, isOpen } = watch;
  if (judgedAtMs !== null && judgedAtMs >= atMs) return { watch, step: 'nothing' };
  if (verdict.state !== 'out-of-line') return quiet(watch, atMs);
  const inRow = judgedAtMs !== null && atMs - judgedAtMs <= LONGEST_GAP_MS ? watch.hits : 0;
  const hits = inRow + 1;
  const opens = !isOpen && hits >= HITS_TO_OPEN;
  return {
    watch: {
      ...{ judgedAtMs: atMs, hits, lastHitAtMs: atMs, isOpen: isOpen || opens },
      firstHitAtMs: inRow > 0 ? watch.firstHitAtMs : atMs,
    },
    step: opens ? 'open' : isOpen ? 'keep' : 'nothing',
  };
}

function quiet(watch: Watch, atMs: number): { watch: Watch; step: WatchStep } {
  const { isOpen, lastHitAtMs } = watch;
  const closes = isOpen && (lastHitAtMs === null || atMs - lastHitAtMs >= QUIET_TO_CLOSE_MS);
  return {
    watch: { ...watch, judgedAtMs: atMs, hits: 0, firstHitAtMs: null, isOpen: isOpen && !closes },
    step: closes ? 'close' : 'nothing',
  };
}
