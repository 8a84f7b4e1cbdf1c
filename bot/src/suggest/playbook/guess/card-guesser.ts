import type { PlaybookCard } from '@agent/protocol';
import { spokenText } from '../spoken.ts';
import type { Turn } from '../turn.ts';
import { EVERYDAY_TALK } from './everyday-talk/everyday-talk.ts';
import { type Features, featuresOf } from './features.ts';
import { type Lesson, learn } from './learn.ts';

/** How like the examples of cards a turn is. */
export interface Guess {
  /** 0–1: this card's share, undefined when it has no examples. */
  shareOf(cardId: string): number | undefined;
  /** The greatest share of all, everyday talk among them. */
  top: number;
}

/** Guesses by examples which cards a customer's turn is about. */
export type CardGuesser = (turn: Turn) => Guess;

/** No card's id has a space. */
const EVERYDAY = 'everyday talk';
/** Where nothing is known to guess by. */
export const NO_GUESS: Guess = { shareOf: () => undefined, top: 0 };

/** Learns from the examples of all cards, once. Cards without examples are never guessed. */
export function createCardGuesser(cards: readonly PlaybookCard[]): CardGuesser {
  const lessons = cards.flatMap(({ id, examples }) => examples.map((text) => lesson(text, id)));
  if (lessons.length === 0) return () => NO_GUESS;
  const sharesOf = learn([...lessons, ...EVERYDAY_TALK.map((text) => lesson(text, EVERYDAY))]);

  return ({ spoken: { tokens }, newestFrom, answered }) => {
    const shares = sharesOf(featuresOf(tokens, answered));
    if (newestFrom === 0) return guessOf(shares);
    const newest = sharesOf(featuresOf(tokens.slice(newestFrom), []));
    const earlier = sharesOf(featuresOf(tokens.slice(0, newestFrom), answered));
    return guessOf(
      new Map(
        [...shares].map(([id, share]) => [id, added(share, newest.get(id), earlier.get(id))]),
      ),
    );
  };
}

/** What the newest words say of a card: by themselves, or by making the whole turn more like it. */
function added(whole: number, newest = 0, earlier = 0): number {
  return whole > earlier ? Math.max(whole, newest) : newest;
}

function guessOf(shares: ReadonlyMap<string, number>): Guess {
  return { shareOf: (cardId) => shares.get(cardId), top: Math.max(...shares.values()) };
}

/** An example is a customer's turn, after " > " when it answers the agent's words before that. */
function lesson(example: string, label: string): Lesson {
  const [first = '', second] = example.split(' > ');
  const features: Features = second === undefined ? read(first, '') : read(second, first);
  return { features, label };
}

function read(customer: string, agent: string): Features {
  return featuresOf(spokenText(customer).tokens, spokenText(agent).tokens);
}
