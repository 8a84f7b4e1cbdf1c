import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignWords, sumWordErrors, wordErrors } from './word-errors.ts';

describe('wordErrors', () => {
  it('finds none where only the writing differs', () => {
    expect(wordErrors('Twenty nine dollars, please!', '$29 please').rate).toBe(0);
  });

  it('tells substitutions, insertions and deletions apart', () => {
    expect(wordErrors('the order number is wrong', 'the older number wrong again')).toEqual({
      referenceWords: 5,
      substitutions: 1,
      insertions: 1,
      deletions: 1,
      rate: 3 / 5,
    });
  });

  it('counts a whole lost text as deletions', () => {
    expect(wordErrors('one lost line', '')).toMatchObject({ deletions: 3, rate: 1 });
  });

  it('counts invented words where nothing was said', () => {
    expect(wordErrors('', 'thank you')).toMatchObject({ insertions: 2, rate: Infinity });
    expect(wordErrors('', '').rate).toBe(0);
  });

  it('is 0 for a text against itself', () => {
    fc.assert(fc.property(fc.string(), (text) => wordErrors(text, text).rate === 0));
  });
});

describe('sumWordErrors', () => {
  it('weighs texts by their words', () => {
    const sum = sumWordErrors([wordErrors('a b c', 'a b c'), wordErrors('d', 'e')]);
    expect(sum).toMatchObject({ referenceWords: 4, substitutions: 1, rate: 0.25 });
  });
});

describe('alignWords', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });

  it('visits every word of both sides once and in order', () => {
    fc.assert(
      fc.property(words, words, (reference, hypothesis) => {
        const pairs = alignWords(reference, hypothesis);
        const seen = (key: 'referenceIndex' | 'hypothesisIndex') =>
          pairs.map((pair) => pair[key]).filter((index) => index !== null);
        expect(seen('referenceIndex')).toEqual(reference.map((_, index) => index));
        expect(seen('hypothesisIndex')).toEqual(hypothesis.map((_, index) => index));
      }),
    );
  });

  it('does not stretch a text so far to the end of the reference', () => {
    const pairs = alignWords(['the', 'order', 'of', 'the'], ['the'], { openEnd: true });
    expect(pairs).toEqual([{ referenceIndex: 0, hypothesisIndex: 0, equal: true }]);
  });
});
