import { describe, expect, it } from 'vitest';
import { normalise, normaliseWords } from './normalise.ts';

const same = (a: string, b: string) => expect(normaliseWords(a)).toEqual(normaliseWords(b));

describe('normaliseWords', () => {
  it('ignores case and punctuation', () => {
    same('Hello, you have — reached: "US"!', 'hello you have reached us');
  });

  it('reads a spoken order number as its digits', () => {
    expect(normaliseWords('is four five two one.')).toEqual(['is', '4521']);
    same('four five two one', '4521');
    same('four five two one', '4, 5, 2, 1');
    same('four oh two', '402');
  });

  it('reads amounts of money', () => {
    expect(normaliseWords('$29')).toEqual(['29', 'dollars']);
    same('twenty nine dollars', '$29');
    same('twenty-nine dollars', '29 dollars');
    same('one hundred and five pounds', '£105');
    same('two thousand three hundred euros', '€2,300');
  });

  it('reads ordinals and per cent', () => {
    same('on the third of the month', 'on the 3rd of the month');
    same('twenty percent', '20%');
  });

  it('does not join numbers of two sentences', () => {
    expect(normaliseWords('It is 4521. Two weeks ago')).toEqual([
      'it',
      'is',
      '4521',
      '2',
      'weeks',
      'ago',
    ]);
  });

  it('keeps contractions and possessives as they are', () => {
    expect(normaliseWords("I can’t find my daughter's")).toEqual([
      'i',
      "can't",
      'find',
      'my',
      "daughter's",
    ]);
  });

  it('takes spellings of the same spoken word for the same', () => {
    same('Alright, okay, cancelling by e-mail', 'All right, OK, canceling by email');
  });

  it('splits hyphenated words', () => {
    same('the sign-in page', 'the sign in page');
  });

  it('keeps "and" where it joins no number', () => {
    expect(normaliseWords('one and two')).toEqual(['1', 'and', '2']);
  });

  it('finds no words in nothing', () => {
    expect(normaliseWords(' … -- ')).toEqual([]);
  });
});

describe('normalise', () => {
  it('says where in the text each word was', () => {
    const text = 'see two payments of $29 on';
    const money = normalise(text).filter(({ word }) => word === '29' || word === 'dollars');
    expect(money.map(({ from, to }) => text.slice(from, to))).toEqual(['$29', '$29']);
  });

  it('spans all the words of a number', () => {
    const text = 'is four five two one.';
    const [, number] = normalise(text);
    expect(number && text.slice(number.from, number.to)).toBe('four five two one');
  });
});
