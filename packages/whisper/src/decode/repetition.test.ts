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

  /** Tokens that one period may be said before it is suspected, and before it is condemned. */
  it.each([
    [1, 6, 10],
    [2, 4, 5],
    [3, 4, 5],
    [4, 3, 4],
    [5, 2, 4],
    [6, 2, 3],
    [9, 2, 3],
  ])('of %i tokens suspects %i times and condemns %i times', (period, suspected, condemned) => {
    const clause = Array.from({ length: period }, (_, token) => token);
    const said = (times: number) => [99, ...Array<number[]>(times).fill(clause).flat()];
    expect(findRepetition(said(suspected - 1), 'strict')).toBeUndefined();
    expect(findRepetition(said(suspected), 'strict')).toMatchObject({ times: suspected });
    expect(findRepetition(said(condemned - 1), 'lenient')).toBeUndefined();
    expect(findRepetition(said(condemned), 'lenient')).toEqual({
      periodTokens: period,
      times: condemned,
      repeatedTokens: period * (condemned - 1),
    });
  });

  it('counts a repetition that has only begun as repeated', () => {
    const loop = findRepetition([9, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2], 'strict');
    expect(loop).toEqual({ periodTokens: 5, times: 2, repeatedTokens: 7 });
  });

  it('looks at the end of a text only', () => {
    expect(findRepetition([...Array(20).fill(3), 1], 'lenient')).toBeUndefined();
  });

  it('leaves the loop once', () => {
    const loop = { periodTokens: 2, times: 3, repeatedTokens: 5 };
    expect(withoutRepetition([9, 1, 2, 1, 2, 1, 2, 1], loop)).toEqual([9, 1, 2]);
  });
});
