import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commonWords } from './common-words.ts';

const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });

it('pairs equal words in order, as many as can be', () => {
  expect(commonWords(['my', 'x', 'the', 'line'], ['my', 'the', 'y', 'line'])).toEqual([
    { one: 0, other: 0 },
    { one: 2, other: 1 },
    { one: 3, other: 3 },
  ]);
});

it('finds all of a text in itself, and as much from either side', () => {
  fc.assert(
    fc.property(words, words, (one, other) => {
      expect(commonWords(one, one)).toHaveLength(one.length);
      const pairs = commonWords(one, other);
      expect(pairs.every((pair) => one[pair.one] === other[pair.other])).toBe(true);
      expect(commonWords(other, one)).toHaveLength(pairs.length);
    }),
  );
});
