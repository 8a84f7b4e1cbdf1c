import { language } from '../language.ts';
import type { SpokenToken } from '../spoken-numbers/spoken-token.ts';
import { wordSet } from '../spoken-numbers/word-set.ts';
import { soundAlikes } from './read-out.ts';

const fillers = wordSet(language.cardFillers);

/** Fewer are those of a phone. */
const LEAST_DIGITS = 12;
/** A word that only sounds like a digit says nothing alone. */
const LEAST_MISHEARD = 2;
/** Fewer are a count, or words that only sound so: "to one of us". */
const LEAST_DIGITS_OF_PART = 3;

/** Tokens from one to before another. */
export interface TokenSpan {
  from: number;
  to: number;
}

/** Digits in a row, counting words that are digits misheard; fillers may stand between them. */
interface ReadOut extends TokenSpan {
  digits: number;
  misheard: number;
  numbers: number;
}

/**
 * Whether a text has as many digits in a row as a card number, counting words that are digits misheard:
 * "free 5 free nero, 1113, free free free nero".
 */
export function hasMisheardCard(tokens: readonly SpokenToken[]): boolean {
  return readOuts(tokens).some(
    ({ digits, misheard }) => digits >= LEAST_DIGITS && misheard >= LEAST_MISHEARD,
  );
}

/** Digits of which some were misheard, as they are read out while a card is talked of: "free 5, free zero". */
export function misheardParts(tokens: readonly SpokenToken[]): TokenSpan[] {
  return readOuts(tokens).filter(
    ({ digits, misheard, numbers }) =>
      digits >= LEAST_DIGITS_OF_PART && misheard > 0 && numbers > 0,
  );
}

function readOuts(tokens: readonly SpokenToken[]): ReadOut[] {
  const found: ReadOut[] = [];
  let current: ReadOut | undefined;
  for (const [at, { word, number }] of tokens.entries()) {
    const isMisheard = number === undefined && soundAlikes.has(word);
    if (number === undefined && !isMisheard) {
      if (!fillers.has(word)) current = undefined;
      continue;
    }
    if (!current) {
      current = { from: at, to: at, digits: 0, misheard: 0, numbers: 0 };
      found.push(current);
    }
    current.to = at + 1;
    current.digits += number?.kind === 'digits' ? number.digits.length : 1;
    if (isMisheard) current.misheard += 1;
    else current.numbers += 1;
  }
  return found;
}

/** Whether a segment is nothing but digits that were misheard, as when they are said one by one. */
export function isAllMisheard(tokens: readonly SpokenToken[]): boolean {
  return tokens.length > 0 && tokens.every(({ word }) => soundAlikes.has(word));
}
