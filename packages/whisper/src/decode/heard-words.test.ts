import { describe, expect, it } from 'vitest';
import { heardWords } from './heard-words.ts';

const pieces = [' My', ' Kes', 'tre', 'lon', ',', ' it', "'s", ' -', ' ok', '.'];
const textTokens = {
  decode: (tokens: readonly number[]) => tokens.map((token) => pieces[token]).join(''),
};
const heard = (...given: [token: number, probability: number][]) =>
  heardWords(
    {
      tokens: given.map(([token]) => token),
      logProbabilities: given.map(([, probability]) => Math.log(probability)),
    },
    textTokens,
  );

describe('heardWords', () => {
  it('puts pieces together and tells how sure they are on the whole', () => {
    const words = heard([0, 0.9], [1, 0.5], [2, 0.4], [3, 0.8]);
    expect(words.map(({ word }) => word)).toEqual(['My', 'Kestrelon']);
    expect(words[1]?.probability).toBeCloseTo((0.5 * 0.4 * 0.8) ** (1 / 3));
    expect(words.map((word) => word.pieces)).toEqual([1, 3]);
  });

  it('does not take a doubtful comma for a doubtful word', () => {
    expect(heard([5, 0.9], [4, 0.1])).toEqual([
      { word: 'it,', probability: expect.closeTo(0.9), pieces: 1 },
    ]);
  });

  it('keeps what is one word with a sign in it', () => {
    expect(heard([5, 0.9], [6, 0.9]).map(({ word }) => word)).toEqual(["it's"]);
  });

  it('counts no piece of a lone sign', () => {
    expect(heard([7, 0.2])).toEqual([{ word: '-', probability: 1, pieces: 0 }]);
  });

  it('takes the first token for a word though no space is before it', () => {
    expect(heard([2, 0.5]).map(({ word }) => word)).toEqual(['tre']);
    expect(heard()).toEqual([]);
  });
});
