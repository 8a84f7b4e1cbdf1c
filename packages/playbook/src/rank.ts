import type { CardCandidate } from './match-card.ts';

/** A candidate far below the best one would only distract. */
const MAX_BEHIND = 0.3;

/** The candidates worth showing, best first. Of those that fit alike, the one of more words is first. */
export function rank(candidates: readonly CardCandidate[], threshold: number): CardCandidate[] {
  const clear = candidates.filter(({ confidence }) => confidence >= threshold);
  const best = Math.max(...clear.map(({ confidence }) => confidence));
  return clear
    .filter((candidate) => !clear.some((other) => isPartOf(candidate, other)))
    .filter(({ confidence }) => confidence >= best - MAX_BEHIND)
    .sort((left, right) => right.fit - left.fit || right.words.length - left.words.length);
}

/** "refund" within "when do I get my refund" is not a topic of its own. */
function isPartOf(candidate: CardCandidate, other: CardCandidate): boolean {
  if (candidate.words.length === 0) return false;
  if (candidate === other || candidate.words.length >= other.words.length) return false;
  const words = new Set(other.words);
  return candidate.words.every((word) => words.has(word));
}
