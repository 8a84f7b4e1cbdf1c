import type { CardObstacle } from '@agent/protocol';
import type { CardCandidate } from './match-card.ts';

/** A candidate far below the best one would only distract. */
const MAX_BEHIND = 0.3;

/** The candidates worth showing, best first. Of those that fit alike, the one of more words is first. */
export function rank(candidates: readonly CardCandidate[], threshold: number): CardCandidate[] {
  const clear = candidates.filter(({ confidence }) => confidence >= threshold);
  return clear
    .filter((candidate) => !outdoneBy(candidate, clear))
    .sort((left, right) => right.fit - left.fit || right.words.length - left.words.length);
}

/** Why a candidate is not worth showing among the others; undefined when it is. */
export function notShownBecause(
  candidate: CardCandidate,
  candidates: readonly CardCandidate[],
  threshold: number,
): CardObstacle | undefined {
  if (candidate.confidence < threshold) return { kind: 'unsure', needed: threshold };
  const clear = candidates.filter(({ confidence }) => confidence >= threshold);
  return outdoneBy(candidate, clear);
}

function outdoneBy(
  candidate: CardCandidate,
  clear: readonly CardCandidate[],
): CardObstacle | undefined {
  const whole = clear.find((other) => isPartOf(candidate, other));
  if (whole) return { kind: 'part-of', cardId: whole.card.id };
  const surer = clear.find(({ confidence }) => candidate.confidence < confidence - MAX_BEHIND);
  return surer && { kind: 'behind', cardId: surer.card.id };
}

/** "refund" within "when do I get my refund" is not a topic of its own. */
function isPartOf(candidate: CardCandidate, other: CardCandidate): boolean {
  if (candidate.words.length === 0) return false;
  if (candidate === other || candidate.words.length >= other.words.length) return false;
  const words = new Set(other.words);
  return candidate.words.every((word) => words.has(word));
}
