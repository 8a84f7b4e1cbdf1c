import type { CardObstacle, PlaybookCard } from '@agent/protocol';
import type { CompiledCard, CompiledFollowUp } from './compile-card.ts';
import { type Circumstances, unmetCondition } from './conditions.ts';
import type { Guess } from './guess/card-guesser.ts';
import {
  type CompiledPhrase,
  findPhrase,
  isMentioned,
  type PhraseMatch,
} from './phrases/find-phrase.ts';
import type { TurnToMatch } from './turn.ts';
import { type Weight, weigh } from './weigh.ts';

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

/** A phrase of a card that was said. */
export interface PhraseFound extends PhraseMatch {
  /** So many segments ago its topic came up; 0: the record is it. Undefined for what needs no topic. */
  followsAfter?: number;
}

/** What speaks for a card, and against it. */
export interface CardJudgement {
  card: PlaybookCard;
  /** Undefined when no phrase was said, or none that counts. */
  phrase: PhraseFound | undefined;
  /** Undefined when nothing but a denied phrase speaks for it. */
  weight: Weight | undefined;
  /** Why it does not fit all the same. */
  obstacle: CardObstacle | undefined;
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

/** Holds one card against the turn and its circumstances; undefined when nothing speaks for it. */
export function judgeCard(compiled: CompiledCard, heard: HeardWords): CardJudgement | undefined {
  const { turn, guess, circumstances } = heard;
  const { card } = compiled;
  const isFor = circumstances.said.at(-1)?.speaker === card.listensTo;
  const phrase = isFor ? phraseOf(compiled, turn, circumstances) : undefined;
  const denied = phrase ? undefined : deniedPhrase(compiled, turn);
  const weight = weigh(card, phrase, guess);
  if (denied) {
    const kind = isFor ? 'denied' : 'other-side';
    return { card, phrase, weight, obstacle: { kind, phrase: denied.text } };
  }
  if (!weight) return undefined;
  const obstacle = meantOtherwise(compiled, turn) ?? unmetCondition(compiled, circumstances);
  return { card, phrase, weight, obstacle };
}

/** The card as one that fits; undefined when something is in its way. */
export function candidateOf(judgement: CardJudgement | undefined): CardCandidate | undefined {
  if (!judgement?.weight || judgement.obstacle) return undefined;
  const { card, phrase, weight } = judgement;
  return { card, words: phrase?.words ?? [], ...weight };
}

/** "I don't want a refund" is like the examples of one who wants it; a phrase tells the difference. */
function deniedPhrase({ phrases }: CompiledCard, { spoken, newestFrom }: TurnToMatch) {
  return phrases.find((phrase) => isMentioned(phrase, spoken, newestFrom));
}

function meantOtherwise({ butNot }: CompiledCard, turn: TurnToMatch): CardObstacle | undefined {
  const found = clearestOf(butNot, turn, 0);
  return found && { kind: 'but-not', phrase: found.text, words: wordsAt(turn, found.words) };
}

/** The words at these places of a turn, in one spelling. */
export function wordsAt({ spoken }: TurnToMatch, places: readonly number[]): string[] {
  return places.map((at) => spoken.tokens[at]?.word ?? '');
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
): PhraseFound | undefined {
  const match = record.every((fact) => facts.has(fact)) ? clearestOf(phrases, turn) : undefined;
  if (!match) return undefined;
  if (after.length === 0) return { ...match, followsAfter: 0 };
  const since = history.segmentsSince(after, { within });
  if (since === undefined) return undefined;
  const clarity = match.clarity * FOLLOW_UP_FACTOR * PER_SEGMENT_FACTOR ** (since - 1);
  return { ...match, clarity, followsAfter: since };
}

function clearestOf(
  phrases: readonly CompiledPhrase[],
  turn: TurnToMatch,
  since = turn.newestFrom,
) {
  return clearest(phrases.map((phrase) => findPhrase(phrase, turn.spoken, since)));
}

/** The clearest match; of equally clear ones that of most words. */
function clearest(matches: readonly (PhraseFound | undefined)[]): PhraseFound | undefined {
  return matches.reduce((best, match) => {
    if (!best || !match) return best ?? match;
    const isBetter =
      match.clarity > best.clarity ||
      (match.clarity === best.clarity && match.words.length > best.words.length);
    return isBetter ? match : best;
  }, undefined);
}
