import type { PlaybookCard } from '@agent/protocol';
import type { Guess } from './guess/card-guesser.ts';
import type { PhraseMatch } from './phrases/find-phrase.ts';

/** Below this share of the guess, a card needs a phrase. */
export const MIN_SHARE = 0.38;
/** A guess alone has at least this part of a clear phrase's confidence. */
const GUESS_FLOOR = 0.6;
/** How much a phrase is doubted when the turn is wholly like another card, or like everyday talk. */
const DOUBT = 0.3;
/** A card that both phrase and examples speak for goes before one that has only a phrase. */
const AGREEMENT = 0.3;

/** How surely a card is meant. */
export interface Weight {
  /** 0–1. */
  confidence: number;
  /** What cards are ordered by. */
  fit: number;
}

/** Weighs what speaks for a card: a phrase that was said, and likeness to its examples. */
export function weigh(
  { id, confidence: atBest }: PlaybookCard,
  match: Pick<PhraseMatch, 'clarity'> | undefined,
  guess: Pick<Guess, 'shareOf' | 'top'>,
): Weight | undefined {
  const share = guess.shareOf(id);
  const confidence = atBest * certainty(match, share, guess.top);
  return confidence > 0 ? { confidence, fit: confidence + AGREEMENT * (share ?? 0) } : undefined;
}

function certainty(
  match: Pick<PhraseMatch, 'clarity'> | undefined,
  share: number | undefined,
  top: number,
): number {
  if (match) return match.clarity * (share === undefined ? 1 : 1 - DOUBT * (top - share));
  if (share === undefined || share < MIN_SHARE) return 0;
  return GUESS_FLOOR + (1 - GUESS_FLOOR) * share;
}
