import type { CallState } from '../call-state.ts';

/** How one line of the customer sounds, and when it ended (milliseconds since the call was answered). */
export interface ScoredLine {
  atMs: number;
  /** −1 to 1. */
  score: number;
}

/** Beginning and end are the mean of so many lines, as a single one says little. */
const LINES_OF_AN_END = 3;

/**
 * How a customer sounded at the start and at the end, −1 to 1; null where nobody knows. A line belongs to one
 * end only, so that a short call has two ends, too.
 */
export function moodEnds(lines: readonly ScoredLine[]): {
  start: number | null;
  end: number | null;
} {
  const scores = lines.toSorted((a, b) => a.atMs - b.atMs).map(({ score }) => score);
  const atEnd = Math.min(LINES_OF_AN_END, Math.ceil(scores.length / 2));
  return {
    start: meanScore(scores.slice(0, atEnd)),
    end: meanScore(scores.slice(scores.length - atEnd)),
  };
}

/** The mean to two places, as more would not be seen; null of nothing. */
export function meanScore(scores: readonly number[]): number | null {
  if (scores.length === 0) return null;
  const sum = scores.reduce((all, score) => all + score, 0);
  return Math.round((sum / scores.length) * 100) / 100 || 0;
}

/** The last score of each line of the customer. */
export function scoredLines({ segments, assist }: CallState): ScoredLine[] {
  return segments.flatMap(({ id, speaker, endMs }) => {
    const scored = speaker === 'customer' ? assist.sentiment.get(id) : undefined;
    return scored ? { atMs: endMs, score: scored.score } : [];
  });
}
