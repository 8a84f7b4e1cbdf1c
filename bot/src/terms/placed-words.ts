import { spokenTokens } from '../spoken-numbers/spoken-token.ts';
import type { HeardWord } from '../transcribe/transcriber.ts';
import { foldedLetters } from './resemblance.ts';

/** A word at its place in a text; `start` and `end` leave out the signs around it. */
export interface PlacedWord {
  /** In lower case. */
  word: string;
  /** Folded; empty for a figure. */
  letters: string;
  start: number;
  end: number;
  /** From 0 to 1: how sure the decoder was. */
  probability: number;
  /** Of how many pieces the decoder made it: rare words are several. */
  pieces: number;
  /** Whether it is a figure, a number word, or has one in it. */
  isNumber: boolean;
}

const core = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su;

/** Finds the words that the decoder wrote in the text that is kept of them; those left out of it are not there. */
export function placedWords(text: string, heard: readonly HeardWord[]): PlacedWord[] {
  let from = 0;
  return heard.flatMap(({ word, probability, pieces }) => {
    const at = text.indexOf(word, from);
    const inside = core.exec(word);
    if (at < 0 || !inside) return [];
    from = at + word.length;
    const start = at + inside.index;
    const end = start + inside[0].length;
    const isNumber = spokenTokens(word).some(({ number }) => number !== undefined);
    const letters = foldedLetters(word);
    const written = inside[0].toLowerCase();
    return [{ word: written, letters, start, end, probability, pieces, isNumber }];
  });
}

/** The words of a text of which nothing else is known. */
export function plainWords(text: string): PlacedWord[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return placedWords(
    text,
    words.map((word) => ({ word, probability: 1, pieces: 1 })),
  );
}
