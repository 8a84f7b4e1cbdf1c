import type { PlaybookCard } from '@agent/protocol';
import { language } from '../language.ts';
import type { TurnToMatch } from '../turn.ts';
import { spokenText } from '../words/spoken.ts';
import { type Features, featuresOf } from './features.ts';
import { type Classifier, type Lesson, learn } from './learn.ts';
import { sentencesOf } from './sentences.ts';

/** How like the examples of cards a turn is. */
export interface Guess {
  /** 0–1: this card's share, undefined when it has no examples. */
  shareOf(cardId: string): number | undefined;
  /** The greatest share of all, everyday talk among them. */
  top: number;
}

/** Guesses by examples which cards a customer's turn is about. */
export type CardGuesser = (turn: TurnToMatch) => Guess;

/** No card's id has a space. */
const EVERYDAY = 'everyday talk';
/** What one sentence is like counts for so much of what the whole turn is like. */
const SENTENCE_FACTOR = 0.9;

/** Where nothing is known to guess by. */
export const NO_GUESS: Guess = { shareOf: () => undefined, top: 0 };

/** Learns from the examples of all cards, once. Cards without examples are never guessed. */
export function createCardGuesser(cards: readonly PlaybookCard[]): CardGuesser {
  const lessons = cards.flatMap(({ id, examples }) => examples.map((text) => lesson(text, id)));
  if (lessons.length === 0) return () => NO_GUESS;
  const classify = learn([
    ...lessons,
    ...language.everydayTalk.map((text) => lesson(text, EVERYDAY)),
  ]);

  return (turn) => {
    const shares = new Map(wholeShares(classify, turn));
    for (const [id, share] of sentenceShares(classify, turn)) {
      if (id !== EVERYDAY) shares.set(id, Math.max(shares.get(id) ?? 0, share));
    }
    return { shareOf: (cardId) => shares.get(cardId), top: Math.max(...shares.values()) };
  };
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
  const [first = '', second] = example.split(' > ');
  return { features: second === undefined ? read(first, '') : read(second, first), label };
}

function read(customer: string, agent: string): Features {
  return featuresOf(spokenText(customer).tokens, spokenText(agent).tokens);
}
