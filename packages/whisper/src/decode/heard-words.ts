import type { TextTokens } from '../model/text-tokens.ts';
import type { Decoded } from './greedy-decode.ts';

/** One word of a text with the signs at it, and how sure the model is of it. */
export interface HeardWord {
  readonly word: string;
  /** From 0 to 1: the geometric mean over its tokens. Signs after it do not count. */
  readonly probability: number;
  /** Of how many tokens it is: common words are one, rare and invented ones are several. */
  readonly pieces: number;
}

/** Puts the tokens of a text together to words: each begins with the space before it. */
export function heardWords(
  { tokens, logProbabilities }: Pick<Decoded, 'tokens' | 'logProbabilities'>,
  textTokens: Pick<TextTokens, 'decode'>,
): HeardWord[] {
  const words: { tokens: number[]; scores: number[] }[] = [];
  for (const [index, token] of tokens.entries()) {
    const piece = textTokens.decode([token]);
    const begun = /^\s/.test(piece) ? undefined : words.at(-1);
    const word = begun ?? { tokens: [], scores: [] };
    if (!begun) words.push(word);
    word.tokens.push(token);
    if (!isSigns(piece)) word.scores.push(logProbabilities[index] ?? 0);
  }
  return words.map(({ tokens: ofWord, scores }) => ({
    word: textTokens.decode(ofWord).trim(),
    probability: Math.exp(scores.reduce((sum, score) => sum + score, 0) / (scores.length || 1)),
    pieces: scores.length,
  }));
}

function isSigns(piece: string): boolean {
  return /^[\s\p{P}]*$/u.test(piece);
}
