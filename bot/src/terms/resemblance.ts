import { doubleMetaphone } from 'double-metaphone';
import { distance } from 'fastest-levenshtein';

/** How something is written and how it sounds, without case, accents, spaces and signs. */
export interface SoundOf {
  letters: string;
  /** By double metaphone: as it is mostly said, and as it may be said too. */
  codes: readonly [string, string];
}

/** The letters of a text in lower case, without accents. */
export function foldedLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}

/** The sound of letters that are folded already. */
export function soundOf(letters: string): SoundOf {
  return { letters, codes: doubleMetaphone(letters) };
}

/**
 * How much two sound alike, from 0 to 1: the mean of how alike their letters and their metaphone
 * codes are. Letters alone decide where a script has no codes.
 */
export function resemblance(one: SoundOf, other: SoundOf): number {
  const letters = alike(one.letters, other.letters);
  if (one.codes[0] === '' || other.codes[0] === '') return letters;
  const codes = Math.max(
    alike(one.codes[0], other.codes[0]),
    alike(one.codes[1], other.codes[0]),
    alike(one.codes[0], other.codes[1]),
  );
  return (letters + codes) / 2;
}

function alike(one: string, other: string): number {
  return 1 - distance(one, other) / Math.max(one.length, other.length, 1);
}
