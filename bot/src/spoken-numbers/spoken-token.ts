import { type NumberWord, numberWordOf } from './number-word.ts';

/** One word or figure of a text. */
export interface SpokenToken {
  /** In lower case. */
  word: string;
  /** Where it stands in the text, in UTF-16 units; `end` is after it. */
  start: number;
  end: number;
  number: NumberWord | undefined;
  /** What stands between the token before and this one: spaces and punctuation; '' in "5pm". */
  gap: string;
}

const figureOrWord = /\d+|\p{L}+(?:['’]\p{L}+)*/gu;

/** Takes a text apart into words and figures. */
export function spokenTokens(text: string): SpokenToken[] {
  const ascii = text.replace(/\p{Nd}/gu, asciiDigit);
  const tokens: SpokenToken[] = [];
  let before = 0;
  for (const { 0: found, index: start } of ascii.matchAll(figureOrWord)) {
    const word = found.toLowerCase().replace('’', "'");
    const end = start + found.length;
    tokens.push({ word, start, end, number: numberWordOf(word), gap: ascii.slice(before, start) });
    before = end;
  }
  return tokens;
}

/** Digits of other scripts stand in blocks of ten. Those of two UTF-16 units are left as they are, so that places stay the same. */
function asciiDigit(digit: string): string {
  if (digit.length > 1) return digit;
  let zero = digit.charCodeAt(0);
  while (/\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero -= 1;
  return String((digit.charCodeAt(0) - zero) % 10);
}
