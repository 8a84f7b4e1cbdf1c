/** How one line of the customer sounds, and when it ended (milliseconds since the call was answered). */
export interface ScoredLine {
  atMs: number;
  /** −1 to 1. */
  score: number;
}

/** How a customer sounded over a call, −1 to 1; null where nobody knows. */
export interface SessionMood {
  start: number | null;
  end: number | null;
  /** Means of equal spans of the time that was scored, oldest first. */
  trend: (number | null)[];
}

/** Beginning and end are the mean of so many lines, as a single one says little. */
const LINES_OF_AN_END = 3;
/** More points than a line in a list can show. */
const MOST_SPANS = 24;

/** Sums up how a customer sounded. A line belongs to one end only, so that a short call has two ends, too. */
export function sessionMood(lines: readonly ScoredLine[]): SessionMood {
  const sorted = lines.toSorted((a, b) => a.atMs - b.atMs);
  const scores = sorted.map(({ score }) => score);
  const atEnd = Math.min(LINES_OF_AN_END, Math.ceil(scores.length / 2));
  return {
    start: mean(scores.slice(0, atEnd)),
    end: mean(scores.slice(scores.length - atEnd)),
    trend: spansOf(sorted).map(mean),
  };
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

/** To two places: more would not be seen. */
function mean(scores: readonly number[]): number | null {
  if (scores.length === 0) return null;
  const sum = scores.reduce((all, score) => all + score, 0);
  return Math.round((sum / scores.length) * 100) / 100 || 0;
}
