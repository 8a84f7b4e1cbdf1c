import { describe, expect, it } from 'vitest';
import { findRepetition, withoutRepetition } from './repetition.ts';

describe('findRepetition', () => {
  it('takes a few equal words in a row for speech', () => {
    expect(findRepetition([5, 5, 5, 5], 'strict')).toBeUndefined();
    expect(findRepetition([1, 2, 1, 2], 'strict')).toBeUndefined();
  });

  it('suspects a clause said twice, and condemns it when said three times', () => {
    const clause = [1, 2, 3, 4, 5, 6];
    expect(findRepetition([9, ...clause, ...clause], 'strict')).toMatchObject({ times: 2 });
    expect(findRepetition([9, ...clause, ...clause], 'lenient')).toBeUndefined();
    expect(findRepetition([...clause, ...clause, ...clause], 'lenient')).toMatchObject({
      periodTokens: 6,
      times: 3,
    });
  });

  it('condemns one word said ten times', () => {
    expect(findRepetition(Array(10).fill(3), 'lenient')).toMatchObject({ periodTokens: 1 });
  });

  it('leaves the loop once', () => {
    const loop = { periodTokens: 2, times: 3, repeatedTokens: 5 };
    expect(withoutRepetition([9, 1, 2, 1, 2, 1, 2, 1], loop)).toEqual([9, 1, 2]);
  });
});
