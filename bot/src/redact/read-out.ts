import { language } from '../language.ts';
import type { SpokenToken } from '../spoken-numbers/spoken-token.ts';
import { wordSet } from '../spoken-numbers/word-set.ts';

/** Words that are digits misheard, each with its digit. */
export const soundAlikes: ReadonlyMap<string, string> = new Map(
  language.soundsLikeDigits.flatMap((words, digit) =>
    [...wordSet(words)].map((word): [string, string] => [word, String(digit)]),
  ),
);
const fillers = wordSet(language.cardFillers);

/** Fewer may be plain words that sound so: "Too free." */
const LEAST_DIGITS = 4;

/**
 * A segment that is nothing but digits, some of them misheard, read as what was said: "free 5 free nero"
 * is 3530. Any other as it is.
 */
export function asReadOut(tokens: readonly SpokenToken[]): readonly SpokenToken[] {
  const isReadOut = tokens.every(
    ({ word, number }) => number !== undefined || soundAlikes.has(word) || fillers.has(word),
  );
  if (!isReadOut || digitsIn(tokens) < LEAST_DIGITS) return tokens;
  return tokens.map((token) => {
    const digits = soundAlikes.get(token.word);
    if (token.number !== undefined || digits === undefined) return token;
    return { ...token, number: { kind: 'digits', digits } };
  });
}

function digitsIn(tokens: readonly SpokenToken[]): number {
  return tokens.reduce((sum, { word, number }) => {
    if (number?.kind === 'digits') return sum + number.digits.length;
    return sum + (number !== undefined || soundAlikes.has(word) ? 1 : 0);
  }, 0);
}
