import type { Token } from '../words/tokens.ts';

/** Less than this says nothing without the rest of the turn. */
const MIN_WORDS = 4;

/** The sentences among the tokens that say something by themselves. */
export function sentencesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const sentences: Token[][] = [[]];
  for (const token of tokens) {
    sentences.at(-1)?.push(token);
    if (token.kind === 'sentence-end') sentences.push([]);
  }
  return sentences.filter((sentence) => wordsIn(sentence) >= MIN_WORDS);
}

function wordsIn(tokens: readonly Token[]): number {
  return tokens.filter(({ kind }) => kind === 'word').length;
}
