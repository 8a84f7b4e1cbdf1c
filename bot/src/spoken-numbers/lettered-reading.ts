import type { NumberGroup } from './number-group.ts';
import type { SpokenToken } from './spoken-token.ts';

/** So many letters may stand before the digits of an order. */
const MAX_LETTERS = 4;

/**
 * A number with the letters said right before it, in capitals and without anything between: "S-20418",
 * "AB 123", "S two zero four". Empty when there are none.
 */
export function letteredReading(
  number: NumberGroup,
  tokens: readonly SpokenToken[],
  text: string,
): NumberGroup[] {
  const from = lettersBegin(number, tokens, text);
  const letters = tokens
    .slice(from, number.from)
    .map(({ word }) => word.toUpperCase())
    .join('');
  return letters === '' ? [] : [{ ...number, from, digits: letters + number.digits }];
}

/** Where the letters of a number begin: a word of them tied to it or in capitals, or spelled out. */
function lettersBegin({ from }: NumberGroup, tokens: readonly SpokenToken[], text: string): number {
  const word = tokens[from - 1];
  const gap = tokens[from]?.gap ?? '';
  const written = text.slice(word?.start, word?.end);
  if (/^-?$/.test(gap) && /^[a-z]{2,4}$/i.test(written)) return from - 1;
  if (/^[ -]$/.test(gap) && /^[A-Z]{2,4}$/.test(written)) return from - 1;
  let at = from;
  while (from - at < MAX_LETTERS && isSpelled(tokens[at - 1], tokens[at])) at -= 1;
  return at;
}

/** A single letter, with no more than a space, a dash or a stop after it. */
function isSpelled(letter: SpokenToken | undefined, next: SpokenToken | undefined): boolean {
  return /^[a-z]$/.test(letter?.word ?? '') && /^[.,]?[\s\-–—]*$/.test(next?.gap ?? '');
}
