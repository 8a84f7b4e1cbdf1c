import type { PlaybookCard } from '@agent/protocol';
import type { CompiledCard, CompiledFollowUp } from './compile-card.ts';
import { type Circumstances, holdsFor } from './conditions.ts';
import { type CompiledPhrase, findPhrase, type PhraseMatch } from './find-phrase.ts';
import type { History } from './history.ts';
import type { Turn } from './turn.ts';

/** A card that fits, and by which of the turn's words. */
export interface Candidate {
  card: PlaybookCard;
  /** Positions in the turn's tokens. */
  words: readonly number[];
  /** 0–1. */
  confidence: number;
}

/** What only follows up is less clear, the more so the longer ago its topic was. */
const FOLLOW_UP_FACTOR = 0.95;
const PER_SEGMENT_FACTOR = 0.99;

/** Holds one card against the turn and its circumstances; undefined when it does not fit. */
export function matchCard(
  compiled: CompiledCard,
  turn: Turn,
  circumstances: Circumstances,
): Candidate | undefined {
  const match = clearest([
    clearestOf(compiled.phrases, turn),
    ...compiled.followUps.map((followUp) => followed(followUp, turn, circumstances.history)),
  ]);
  if (!match || clearestOf(compiled.butNot, turn, 0) || !holdsFor(compiled, circumstances)) {
    return undefined;
  }
  const { card } = compiled;
  return { card, words: match.words, confidence: card.confidence * match.clarity };
}

function followed(
  { after, within, phrases }: CompiledFollowUp,
  turn: Turn,
  history: History,
): PhraseMatch | undefined {
  const match = clearestOf(phrases, turn);
  const since = match && history.segmentsSince(after, { within });
  if (!match || since === undefined) return undefined;
  const clarity = match.clarity * FOLLOW_UP_FACTOR * PER_SEGMENT_FACTOR ** (since - 1);
  return { ...match, clarity };
}

function clearestOf(phrases: readonly CompiledPhrase[], turn: Turn, since = turn.newestFrom) {
  return clearest(phrases.map((phrase) => findPhrase(phrase, turn.spoken, since)));
}

/** The clearest match; of equally clear ones that of most words. */
function clearest(matches: readonly (PhraseMatch | undefined)[]): PhraseMatch | undefined {
  return matches.reduce((best, match) => {
    if (!best || !match) return best ?? match;
    const isBetter =
      match.clarity > best.clarity ||
      (match.clarity === best.clarity && match.words.length > best.words.length);
    return isBetter ? match : best;
  }, undefined);
}
