import {
  digitsOf,
  type NumberWord,
  numberWordOf,
  ordinalDigits,
  ordinalOf,
} from './number-words.ts';

/** One word to compare by, and where its characters lie in the text it was read from. */
export interface NormalisedWord {
  word: string;
  from: number;
  to: number;
}

interface Token extends NormalisedWord {
  /** True when a sentence ended between the token before and this one. */
  startsSentence: boolean;
}

const pattern = /[$€£]?\d[\d,]*(?:\.\d+)?(?:st|nd|rd|th)?\b|\p{L}[\p{L}\p{M}'’]*|%/giu;
const sentenceEnd = /[.?!…]\s/u;
const currencies: Record<string, string> = { $: 'dollars', '€': 'euros', '£': 'pounds' };

/** Spellings of the same spoken word. */
const spellings: Record<string, string> = {
  '%': 'percent',
  alright: 'alright',
  cancelled: 'canceled',
  cancelling: 'canceling',
  dollar: 'dollars',
  euro: 'euros',
  mister: 'mr',
  ok: 'okay',
  pound: 'pounds',
};

/**
 * Brings a text to the words it is compared by: no case, no punctuation, numbers as digits.
 * "four five two one" and "4521" are the same, "twenty nine dollars" and "$29" are;
 * contractions stay as they are.
 */
export function normaliseWords(text: string): string[] {
  return normalise(text).map(({ word }) => word);
}

/** The same as `normaliseWords`, each word with its place in `text`. */
export function normalise(text: string): NormalisedWord[] {
  return joinNumbers(tokensOf(text)).flatMap(splitCurrency);
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const word = plain(match[0]);
    const to = match.index + match[0].length;
    const startsSentence = sentenceEnd.test(text.slice(end, match.index));
    if (word !== '') tokens.push({ word, from: match.index, to, startsSentence });
    end = to;
  }
  return joinSpelling(tokens);
}

function plain(match: string): string {
  const word = match
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^'+|'+$/gu, '');
  if (/^\P{L}*\d/u.test(word)) return word.replaceAll(',', '');
  const ordinal = ordinalOf(word);
  return ordinal === undefined ? (spellings[word] ?? word) : ordinalDigits(ordinal);
}

/** "all right" is "alright", "e-mail" is "email". */
function joinSpelling(tokens: Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    const pair = `${before?.word} ${token.word}`;
    if (before && (pair === 'all right' || pair === 'e mail')) {
      before.word = pair === 'e mail' ? 'email' : 'alright';
      before.to = token.to;
    } else joined.push({ ...token });
  }
  return joined;
}

function joinNumbers(tokens: Token[]): NormalisedWord[] {
  const words: NormalisedWord[] = [];
  let index = 0;
  while (index < tokens.length) {
    const end = endOfNumber(tokens, index);
    const run = tokens.slice(index, Math.max(end, index + 1));
    const first = run[0];
    const last = run.at(-1);
    if (!first || !last) break;
    const word = run.length === 1 && !numberWordOf(first.word) ? first.word : written(run);
    words.push({ word, from: first.from, to: last.to });
    index += run.length;
  }
  return words;
}

/** Index after the last token of the number that starts at `start`; `start` when none does. */
function endOfNumber(tokens: Token[], start: number): number {
  let end = start;
  for (let index = start; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token || (index > start && token.startsSentence)) break;
    if (isNumeral(token.word)) end = index + 1;
    else if (!isInsideNumber(tokens, index, start)) break;
    if (/^[$€£]|\D$/u.test(token.word) && /\d/u.test(token.word)) break;
  }
  return end;
}

function isNumeral(word: string): boolean {
  return numberWordOf(word) !== undefined || /^[$€£]?\d[\d.]*$/u.test(word);
}

/** "hundred and five", "four oh two". */
function isInsideNumber(tokens: Token[], index: number, start: number): boolean {
  const before = tokens[index - 1]?.word ?? '';
  const after = tokens[index + 1];
  if (index === start || !after || after.startsSentence || !isNumeral(after.word)) return false;
  const word = tokens[index]?.word;
  if (word === 'and') return numberWordOf(before)?.kind === 'scale';
  return (word === 'oh' || word === 'o') && isNumeral(before);
}

/** Digits of a run of number words and digits. */
function written(run: Token[]): string {
  let digits = '';
  let spoken: NumberWord[] = [];
  for (const { word } of run) {
    const number = word === 'oh' || word === 'o' ? numberWordOf('zero') : numberWordOf(word);
    if (number) spoken.push(number);
    else if (word !== 'and') {
      digits += digitsOf(spoken) + word;
      spoken = [];
    }
  }
  return digits + digitsOf(spoken);
}

/** "$29" becomes the words "29" and "dollars", both at the same place. */
function splitCurrency(word: NormalisedWord): NormalisedWord[] {
  const currency = currencies[word.word.charAt(0)];
  if (!currency) return [word];
  return [
    { ...word, word: word.word.slice(1) },
    { ...word, word: currency },
  ];
}
