/** The same word in two texts, by its place among the words of each. */
export interface CommonWord {
  one: number;
  other: number;
}

/** The longest row of words that both texts have in common, in order. */
export function commonWords(one: readonly string[], other: readonly string[]): CommonWord[] {
  const lengths = table(one, other);
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  const common: CommonWord[] = [];
  let i = 0;
  let j = 0;
  while (i < one.length && j < other.length) {
    if (one[i] === other[j]) common.push({ one: i++, other: j++ });
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return common;
}

/** How many words are in common from each place on. */
function table(one: readonly string[], other: readonly string[]): number[][] {
  const lengths = Array.from({ length: one.length + 1 }, () =>
    new Array<number>(other.length + 1).fill(0),
  );
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const row = lengths[i] as number[];
      const below = lengths[i + 1] as number[];
      row[j] =
        one[i] === other[j] ? 1 + (below[j + 1] ?? 0) : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}
