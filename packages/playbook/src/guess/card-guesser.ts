import type { PlaybookCard } from '@agent/protocol';
import { language } from '../language.ts';
import type { TurnToMatch } from '../turn.ts';
import { spokenText } from '../words/spoken.ts';
import { type Features, featuresOf } from './features.ts';
import { type Classifier, type Lesson, learnSteps } from './learn.ts';
import { sentencesOf } from './sentences.ts';

/** How like the examples of cards a turn is. */
export interface Guess {
  /** 0–1: this card's share, undefined when it has no examples. */
  shareOf(cardId: string): number | undefined;
  /** The greatest share of all, everyday talk among them. */
  top: number;
  /** Whose it is; undefined for everyday talk, and where nothing is known. */
  topCardId: string | undefined;
}

/** Guesses by examples which cards a customer's turn is about. */
export type CardGuesser = (turn: TurnToMatch) => Guess;

/** No card's id has a space. */
const EVERYDAY = 'everyday talk';
/** What one sentence is like counts for so much of what the whole turn is like. */
const SENTENCE_FACTOR = 0.9;
const LESSONS_A_STEP = 50;

/** Where nothing is known to guess by. */
export const NO_GUESS: Guess = { shareOf: () => undefined, top: 0, topCardId: undefined };

/**
 * Learns from the examples of all cards, once, in steps of a few milliseconds. Cards without examples are
 * never guessed.
 */
export function* learnToGuess(cards: readonly PlaybookCard[]): Generator<void, CardGuesser> {
  const examples = cards.flatMap((card) => card.examples.map((text) => [text, card.id] as const));
  if (examples.length === 0) return () => NO_GUESS;
  const everyday = language.everydayTalk.map((text) => [text, EVERYDAY] as const);
  const lessons: Lesson[] = [];
  for (const [text, label] of [...examples, ...everyday]) {
    lessons.push(lesson(text, label));
    if (lessons.length % LESSONS_A_STEP === 0) yield;
  }
  const classify = yield* learnSteps(lessons);

  return (turn) => {
    const shares = new Map(wholeShares(classify, turn));
    for (const [id, share] of sentenceShares(classify, turn)) {
      if (id !== EVERYDAY) shares.set(id, Math.max(shares.get(id) ?? 0, share));
    }
    const [topId, top] = greatestOf(shares);
    const topCardId = topId === EVERYDAY ? undefined : topId;
    return { shareOf: (cardId) => shares.get(cardId), top, topCardId };
  };
}

function greatestOf(shares: ReadonlyMap<string, number>): [id: string, share: number] {
  let greatest: [string, number] = [EVERYDAY, 0];
  for (const [id, share] of shares) if (share > greatest[1]) greatest = [id, share];
  return greatest;
}

/** What the whole turn is like, as far as its newest words make it more so. */
function wholeShares(classify: Classifier, { spoken, newestFrom, answered }: TurnToMatch) {
  const { tokens } = spoken;
  const whole = classify(featuresOf(tokens, answered));
  if (newestFrom === 0) return whole;
  const earlier = classify(featuresOf(tokens.slice(0, newestFrom), answered));
  return [...whole].map(([id, share]) => [id, share > (earlier.get(id) ?? 0) ? share : 0] as const);
}

/** What each new sentence is like: who rambles comes to the point in one of them. */
function sentenceShares(classify: Classifier, { spoken, newestFrom, answered }: TurnToMatch) {
  return sentencesOf(spoken.tokens.slice(newestFrom)).flatMap((sentence) =>
    [...classify(featuresOf(sentence, answered))].map(
      ([id, share]) => [id, SENTENCE_FACTOR * share] as const,
    ),
  );
}

/** An example is a customer's turn, after " > " when it answers the agent's words before that. */
function lesson(example: string, label: string): Lesson {
  return { features: featuresOfExample(example), label };
}

/** What is noticed about an example. */
export function featuresOfExample(example: string): Features {
  const [first = '', second] = example.split(' > ');
  return second === undefined ? read(first, '') : read(second, first);
}

function read(customer: string, agent: string): Features {
  return featuresOf(spokenText(customer).tokens, spokenText(agent).tokens);
}
