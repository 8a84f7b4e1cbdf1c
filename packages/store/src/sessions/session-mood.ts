import { meanScore, moodEnds, type ScoredLine } from '@agent/calls';

/** How a customer sounded over a call, −1 to 1; null where nobody knows. */
export interface SessionMood {
  start: number | null;
  end: number | null;
  /** Means of equal spans of the time that was scored, oldest first. */
  trend: (number | null)[];
}

/** More points than a line in a list can show. */
const MOST_SPANS = 24;

/** Sums up how a customer sounded. */
export function sessionMood(lines: readonly ScoredLine[]): SessionMood {
  const sorted = lines.toSorted((a, b) => a.atMs - b.atMs);
  return { ...moodEnds(sorted), trend: spansOf(sorted).map(meanScore) };
}

function spansOf(sorted: readonly ScoredLine[]): number[][] {
  const count = Math.min(MOST_SPANS, sorted.length);
  const spans = Array.from({ length: count }, (): number[] => []);
  const fromMs = sorted[0]?.atMs ?? 0;
  const lengthMs = (sorted.at(-1)?.atMs ?? 0) - fromMs || 1;
  for (const { atMs, score } of sorted) {
    const index = Math.min(count - 1, Math.floor(((atMs - fromMs) / lengthMs) * count));
    spans[index]?.push(score);
  }
  return spans;
}
