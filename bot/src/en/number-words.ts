/** Words of numbers, each list in ascending order and parted by spaces, with what the first is worth. */
export const NUMBER_WORDS = {
  units: [
    { first: 0, step: 1, words: 'zero one two three four five six seven eight nine' },
    { first: 0, step: 1, words: 'nought' },
    { first: 9, step: 1, words: 'niner' },
  ],
  teens: [
    { first: 10, step: 1, words: 'ten eleven twelve thirteen fourteen fifteen sixteen' },
    { first: 17, step: 1, words: 'seventeen eighteen nineteen' },
  ],
  tens: [
    { first: 20, step: 10, words: 'twenty thirty forty fifty sixty seventy eighty ninety' },
    { first: 40, step: 0, words: 'fourty' },
  ],
  hundred: 'hundred',
  thousand: 'thousand',
  double: 'double',
  triple: 'triple treble',
  /** Zero only beside another digit. */
  oh: 'oh o',
  /** Stands within a number: "four hundred and five". */
  and: 'and',
};

/** What is said between the numbers of one run without breaking it. */
export const PAUSE_WORDS = 'um uh uhm er erm eh hm dash hyphen then';
