import type { PlaybookCard } from '@agent/protocol';
import type { CompiledCard, CompiledFollowUp } from './compile-card.ts';
import { type Circumstances, holdsFor } from './conditions.ts';
import type { Guess } from './guess/card-guesser.ts';
import {
  type CompiledPhrase,
  findPhrase,
  isMentioned,
  type PhraseMatch,
} from './phrases/find-phrase.ts';
import type { TurnToMatch } from './turn.ts';
import { weigh } from './weigh.ts';

/** A card that fits, and by which of the turn's words. */
export interface CardCandidate {
  card: PlaybookCard;
  /** Positions in the turn's tokens; empty when no phrase was said. */
  words: readonly number[];
  /** 0–1. */
  confidence: number;
  /** What candidates are ordered by. */
  fit: number;
}

/** What cards are held against. */
export interface HeardWords {
  turn: TurnToMatch;
  guess: Guess;
  circumstances: Circumstances;
}

/** What only follows up is less clear, the more so the longer ago its topic was. */
const FOLLOW_UP_FACTOR = 0.95;
const PER_SEGMENT_FACTOR = 0.99;

/** Holds one card against the turn and its circumstances; undefined when it does not fit. */
export function matchCard(
  compiled: CompiledCard,
  { turn, guess, circumstances }: HeardWords,
): CardCandidate | undefined {
  const { card } = compiled;
  const match = isFor(card, circumstances) ? phraseOf(compiled, turn, circumstances) : undefined;
  if (!match && isDenied(compiled, turn)) return undefined;
  const weight = weigh(card, match, guess);
  if (!weight || clearestOf(compiled.butNot, turn, 0) || !holdsFor(compiled, circumstances)) {
    return undefined;
  }
  return { card, words: match?.words ?? [], ...weight };
}

function isFor({ listensTo }: PlaybookCard, { said }: Circumstances): boolean {
  return said.at(-1)?.speaker === listensTo;
}

/** "I don't want a refund" is like the examples of one who wants it; a phrase tells the difference. */
function isDenied({ phrases }: CompiledCard, { spoken, newestFrom }: TurnToMatch): boolean {
  return phrases.some((phrase) => isMentioned(phrase, spoken, newestFrom));
}

function phraseOf(compiled: CompiledCard, turn: TurnToMatch, circumstances: Circumstances) {
  return clearest([
    clearestOf(compiled.phrases, turn),
    ...compiled.followUps.map((followUp) => followed(followUp, turn, circumstances)),
  ]);
}

function followed(
  { after, within, record, phrases }: CompiledFollowUp,
  turn: TurnToMatch,
  { history, facts }: Circumstances,
): PhraseMatch | undefined {
  const match = record.every((fact) => facts.has(fact)) ? clearestOf(phrases, turn) : undefined;
  if (!match || after.length === 0) return match;
  const since = history.segmentsSince(after, { within });
  if (since === undefined) return undefined;
  const clarity = match.clarity * FOLLOW_UP_FACTOR * PER_SEGMENT_FACTOR ** (since - 1);
  return { ...match, clarity };
}

function clearestOf(
  phrases: readonly CompiledPhrase[],
  turn: TurnToMatch,
  since = turn.newestFrom,
) {
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
