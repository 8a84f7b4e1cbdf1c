import { language } from '../language.ts';
import type { SpokenToken } from '../spoken-numbers/spoken-token.ts';
import { wordSet } from '../spoken-numbers/word-set.ts';

const soundAlikes = wordSet(language.soundsLikeDigits);
const fillers = wordSet(language.cardFillers);

/** Fewer are those of a phone. */
const LEAST_DIGITS = 12;
/** A word that only sounds like a digit says nothing alone. */
const LEAST_MISHEARD = 2;

/**
 * Whether a text has as many digits in a row as a card number, counting words that are digits misheard:
 * "free 5 free nero, 1113, free free free nero".
 */
export function hasMisheardCard(tokens: readonly SpokenToken[]): boolean {
  let digits = 0;
  let misheard = 0;
  for (const { word, number } of tokens) {
    if (number?.kind === 'digits') digits += number.digits.length;
    else if (number) digits += 1;
    else if (soundAlikes.has(word)) {
      digits += 1;
      misheard += 1;
    } else if (!fillers.has(word)) {
      digits = 0;
      misheard = 0;
    }
    if (digits >= LEAST_DIGITS && misheard >= LEAST_MISHEARD) return true;
  }
  return false;
}

/** Tokens from one to before another. */
export interface TokenSpan {
  from: number;
  to: number;
}

/** Fewer are a count, or words that only sound so: "to one of us". */
const LEAST_DIGITS_OF_PART = 3;

/**
 * Digits in a row of which some were misheard, as they are read out while a card is talked of: "free 5,
 * free zero". Fillers may stand between them.
 */
export function misheardParts(tokens: readonly SpokenToken[]): TokenSpan[] {
  const parts: (TokenSpan & { digits: number; misheard: number; numbers: number })[] = [];
  let isOpen = false;
  for (const [at, { word, number }] of tokens.entries()) {
    const isMisheard = number === undefined && soundAlikes.has(word);
    if (number === undefined && !isMisheard) {
      isOpen &&= fillers.has(word);
      continue;
    }
    if (!isOpen) parts.push({ from: at, to: at, digits: 0, misheard: 0, numbers: 0 });
    isOpen = true;
    const part = parts.at(-1);
    if (!part) continue;
    part.to = at + 1;
    part.digits += number?.kind === 'digits' ? number.digits.length : 1;
    if (isMisheard) part.misheard += 1;
    else part.numbers += 1;
  }
  return parts.filter(
    ({ digits, misheard, numbers }) =>
      digits >= LEAST_DIGITS_OF_PART && misheard > 0 && numbers > 0,
  );
}

/** Whether a segment is nothing but digits that were misheard, as when they are said one by one. */
export function isAllMisheard(tokens: readonly SpokenToken[]): boolean {
  return tokens.length > 0 && tokens.every(({ word }) => soundAlikes.has(word));
}
