import { spokenTokens } from '../spoken-numbers/spoken-token.ts';
import { foldedLetters, type SoundOf, soundOf } from './resemblance.ts';

/** A name or word of the trade, ready to be looked for. */
export interface Term extends SoundOf {
  /** As it is written. */
  text: string;
  /** Each of its words, folded. */
  words: readonly string[];
}

/** Anything may resemble a shorter one. */
const MIN_LETTERS = 4;

/**
 * Makes a queue's terms ready. Those with figures or number words in them are left out, as nothing is
 * ever changed that may be a number; so are those that are too short to be told from other words.
 */
export function compileTerms(texts: readonly string[]): Term[] {
  return [...new Set(texts.map((text) => text.trim()))].flatMap((text) => {
    const words = text.split(/\s+/).map(foldedLetters);
    const sound = soundOf(words.join(''));
    const isNumber = spokenTokens(text).some(({ number }) => number !== undefined);
    return isNumber || sound.letters.length < MIN_LETTERS ? [] : [{ text, words, ...sound }];
  });
}
