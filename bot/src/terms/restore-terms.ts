import type { HeardWord, Transcription } from '../transcribe/transcriber.ts';
import { heardAgain } from './heard-again.ts';
import { heardAlike } from './heard-alike.ts';
import { type Likeness, likenesses } from './likenesses.ts';
import { type PlacedWord, placedWords, plainWords } from './placed-words.ts';
import { type RestoredText, withReplacements } from './replacements.ts';
import type { Term } from './term-list.ts';

/** What a model wrote, as far as terms are looked for in it. */
export type Heard = Pick<Transcription, 'text' | 'words' | 'meanLogProbability'>;

/** Where unsure words of a text may be terms. */
export function likelyTerms(heard: Heard, terms: readonly Term[]): Likeness[] {
  return terms.length === 0 ? [] : likenesses(wordsOf(heard), terms);
}

/**
 * Restores the terms that were misheard in a text, if the decoder was unsure there: those that it
 * wrote when it was asked again with them in mind, and those that what it wrote resembles too much to
 * be anything else. Numbers are never changed, nor words that it was sure of.
 */
export function restoreTerms(
  heard: Heard,
  terms: readonly Term[],
  again: Heard | undefined,
): RestoredText {
  const words = wordsOf(heard);
  const found = likelyTerms(heard, terms);
  const alike = heardAlike(heard.text, words, found, 'not-in-mind');
  if (!again || found.length === 0) return withReplacements(heard.text, alike);
  const textAgain = nearlyWritten(again, terms);
  const confirmed = heardAgain({ words, again: plainWords(textAgain), textAgain, found });
  const others = alike.filter(({ start, end }) =>
    confirmed.every((other) => end <= other.start || start >= other.end),
  );
  return withReplacements(heard.text, [...confirmed, ...others]);
}

/** The second text with what is a term but for a letter or two. */
function nearlyWritten(again: Heard, terms: readonly Term[]): string {
  const found = likelyTerms(again, terms);
  const alike = heardAlike(again.text, wordsOf(again), found, 'in-mind');
  return withReplacements(again.text, alike).text;
}

/** Where a model tells nothing of its words, each is as sure as the text; where it tells nothing at all, all are sure. */
function wordsOf({ text, words, meanLogProbability }: Heard): PlacedWord[] {
  if (words) return placedWords(text, words);
  const probability = Math.exp(meanLogProbability ?? 0);
  const heard = text.split(/\s+/).filter((word) => word !== '');
  return placedWords(
    text,
    heard.map((word): HeardWord => ({ word, probability, pieces: 1 })),
  );
}
