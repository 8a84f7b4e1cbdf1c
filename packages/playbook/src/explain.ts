import type { CardObstacle, CardReason } from '@agent/protocol';
import type { CompiledCard } from './compile-card.ts';
import { nearestExample } from './guess/nearest-example.ts';
import {
  type CardCandidate,
  type CardJudgement,
  candidateOf,
  type HeardWords,
  judgeCard,
  wordsAt,
} from './match-card.ts';
import { notShownBecause, rank } from './rank.ts';
import { MIN_SHARE } from './weigh.ts';

/** How cards are judged, and whose reason is wanted in any case. */
export interface ExplainOptions {
  /** Matches less confident than this stay away, 0–1. */
  threshold: number;
  /** The card that is asked about, though nothing may speak for it. */
  asked: string | undefined;
}

/**
 * Why which cards come up, best first, and after them those that stay away although something speaks for
 * them. The same rules as matching goes by.
 */
export function explainCards(
  compiledCards: readonly CompiledCard[],
  heard: HeardWords,
  { threshold, asked }: ExplainOptions,
): CardReason[] {
  const judged = compiledCards.flatMap((compiled) => {
    const judgement = judgeCard(compiled, heard);
    if (judgement) return [judgement];
    return compiled.card.id === asked ? [withoutSign(compiled)] : [];
  });
  const candidates = judged.flatMap((judgement) => candidateOf(judgement) ?? []);
  const places = new Map(
    rank(candidates, threshold).map(({ card }, place) => [card.id, place] as const),
  );
  const placeOf = ({ card }: CardJudgement) => places.get(card.id) ?? Number.POSITIVE_INFINITY;
  return judged
    .toSorted(
      (one, other) =>
        Number(placeOf(one) > placeOf(other)) - Number(placeOf(one) < placeOf(other)) ||
        fitOf(other) - fitOf(one),
    )
    .map((judgement) => {
      const obstacle = judgement.obstacle ?? lastObstacle(judgement, candidates, threshold);
      return reasonOf(judgement, heard, obstacle);
    });
}

function withoutSign({ card }: CompiledCard): CardJudgement {
  const obstacle: CardObstacle = { kind: 'no-sign', neededShare: MIN_SHARE };
  return { card, phrase: undefined, weight: undefined, obstacle };
}

function fitOf({ weight }: CardJudgement): number {
  return weight?.fit ?? 0;
}

function lastObstacle(
  { card }: CardJudgement,
  candidates: readonly CardCandidate[],
  threshold: number,
): CardObstacle | undefined {
  const own = candidates.find((candidate) => candidate.card.id === card.id);
  return own && notShownBecause(own, candidates, threshold);
}

function reasonOf(
  { card, phrase, weight }: CardJudgement,
  { turn, guess }: HeardWords,
  obstacle: CardObstacle | undefined,
): CardReason {
  const share = guess.shareOf(card.id);
  return {
    cardId: card.id,
    title: card.title,
    comesUp: obstacle === undefined,
    confidence: weight?.confidence ?? null,
    phrase: phrase
      ? {
          text: phrase.text,
          words: wordsAt(turn, phrase.words),
          clarity: phrase.clarity,
          followsAfter: phrase.followsAfter ?? null,
        }
      : null,
    likeness:
      share === undefined
        ? null
        : {
            share,
            top: guess.top,
            topCardId: guess.topCardId ?? null,
            example: nearestExample(card.examples, turn) ?? null,
          },
    obstacle: obstacle ?? null,
  };
}
