/** What a number word stands for when it is put together with its neighbours. */
export type NumberWord =
  | { kind: 'unit' | 'teen' | 'tens'; value: number }
  | { kind: 'scale'; value: 100 | 1000 | 1_000_000 };

const units = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const teens = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
];

const numberWords = new Map<string, NumberWord>([
  ...units.map((word, value) => [word, { kind: 'unit', value }] as const),
  ...teens.map((word, index) => [word, { kind: 'teen', value: 10 + index }] as const),
  ...tens.map((word, index) => [word, { kind: 'tens', value: 20 + 10 * index }] as const),
  ['hundred', { kind: 'scale', value: 100 }],
  ['thousand', { kind: 'scale', value: 1000 }],
  ['million', { kind: 'scale', value: 1_000_000 }],
]);
const ordinalWords = new Map([
  ...ordinals.map((word, index) => [word, index + 1] as const),
  ['thirtieth', 30] as const,
]);

/** Reads "twenty" or "hundred"; undefined for any other word. */
export function numberWordOf(word: string): NumberWord | undefined {
  return numberWords.get(word);
}

/** Reads "third" as 3; undefined for any other word. */
export function ordinalOf(word: string): number | undefined {
  return ordinalWords.get(word);
}

/** Writes 3 as "3rd". */
export function ordinalDigits(value: number): string {
  const inTeens = value % 100 >= 11 && value % 100 <= 13;
  const endings: Record<number, string> = { 1: 'st', 2: 'nd', 3: 'rd' };
  return `${value}${(!inTeens && endings[value % 10]) || 'th'}`;
}

/**
 * Writes the words of one spoken number as digits: "twenty nine" is 29, "one hundred and five" 105,
 * and what does not add up is a run of digits, so "four five two one" is 4521.
 */
export function digitsOf(words: readonly NumberWord[]): string {
  const parts: string[] = [];
  let total = 0;
  let group = 0;
  let last: NumberWord | undefined;
  for (const word of words) {
    if (last !== undefined && !continues(last, word)) {
      parts.push(String(total + group));
      total = 0;
      group = 0;
    }
    if (word.kind !== 'scale') group += word.value;
    else if (word.value === 100) group = (group || 1) * 100;
    else {
      total += (group || 1) * word.value;
      group = 0;
    }
    last = word;
  }
  if (last !== undefined) parts.push(String(total + group));
  return parts.join('');
}

function continues(before: NumberWord, word: NumberWord): boolean {
  if (word.kind === 'scale' || before.kind === 'scale') return true;
  return before.kind === 'tens' && word.kind === 'unit' && word.value > 0;
}
