/** What a word adds to a spoken number. `repeat` doubles or triples the digit after it. */
export type NumberWord =
  | { kind: 'unit' | 'teen' | 'tens'; value: number }
  | { kind: 'scale'; value: 100 | 1000 }
  | { kind: 'repeat'; times: 2 | 3 }
  | { kind: 'oh' }
  | { kind: 'digits'; digits: string };

const words = new Map<string, NumberWord>([
  ...valued('unit', 0, 1, 'zero one two three four five six seven eight nine'),
  ...valued('unit', 0, 1, 'nought'),
  ...valued('unit', 9, 1, 'niner'),
  ...valued('teen', 10, 1, 'ten eleven twelve thirteen fourteen fifteen sixteen'),
  ...valued('teen', 17, 1, 'seventeen eighteen nineteen'),
  ...valued('tens', 20, 10, 'twenty thirty forty fifty sixty seventy eighty ninety'),
  ...valued('tens', 40, 0, 'fourty'),
  ['hundred', { kind: 'scale', value: 100 }],
  ['thousand', { kind: 'scale', value: 1000 }],
  ['double', { kind: 'repeat', times: 2 }],
  ['triple', { kind: 'repeat', times: 3 }],
  ['treble', { kind: 'repeat', times: 3 }],
  ['oh', { kind: 'oh' }],
  ['o', { kind: 'oh' }],
]);

/** Reads "twenty", "double" or "4521", in lower case; undefined for any other word. */
export function numberWordOf(word: string): NumberWord | undefined {
  return /^\d+$/.test(word) ? { kind: 'digits', digits: word } : words.get(word);
}

function valued(
  kind: 'unit' | 'teen' | 'tens',
  first: number,
  step: number,
  list: string,
): [string, NumberWord][] {
  return list.split(' ').map((word, index) => [word, { kind, value: first + index * step }]);
}
