import { language } from '../language.ts';

/** What a word adds to a spoken number. `repeat` doubles or triples the digit after it. */
export type NumberWord =
  | { kind: 'unit' | 'teen' | 'tens'; value: number }
  | { kind: 'scale'; value: 100 | 1000 }
  | { kind: 'repeat'; times: 2 | 3 }
  | { kind: 'oh' }
  | { kind: 'digits'; digits: string };

const { numberWords } = language;

const words = new Map<string, NumberWord>([
  ...numberWords.units.flatMap((list) => valued('unit', list)),
  ...numberWords.teens.flatMap((list) => valued('teen', list)),
  ...numberWords.tens.flatMap((list) => valued('tens', list)),
  ...each(numberWords.hundred, { kind: 'scale', value: 100 }),
  ...each(numberWords.thousand, { kind: 'scale', value: 1000 }),
  ...each(numberWords.double, { kind: 'repeat', times: 2 }),
  ...each(numberWords.triple, { kind: 'repeat', times: 3 }),
  ...each(numberWords.oh, { kind: 'oh' }),
]);

/** Reads "twenty", "double" or "4521", in lower case; undefined for any other word. */
export function numberWordOf(word: string): NumberWord | undefined {
  return /^\d+$/.test(word) ? { kind: 'digits', digits: word } : words.get(word);
}

function valued(
  kind: 'unit' | 'teen' | 'tens',
  { first, step, words: list }: { first: number; step: number; words: string },
): [string, NumberWord][] {
  return list.split(' ').map((word, index) => [word, { kind, value: first + index * step }]);
}

function each(list: string, number: NumberWord): [string, NumberWord][] {
  return list.split(' ').map((word) => [word, number]);
}
