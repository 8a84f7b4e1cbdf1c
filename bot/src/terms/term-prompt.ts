import { language } from '../language.ts';
import type { Likeness } from './likenesses.ts';

/**
 * What the model is told that it has heard before. In a language that we have no words of, the terms
 * alone: a sentence of another one would lead it there.
 */
export function promptFor(terms: readonly string[], spoken: string): string {
  const isOurs = spoken.startsWith(language.code);
  return isOurs ? language.termsInMind(terms) : `${terms.join(', ')}.`;
}

/** More of them would make the pass longer, and each may be written where it was not said. */
const MOST_AT_ONCE = 4;

/** The terms that are worth another pass, those that weigh most first; undefined when there are none. */
export function termsToAskFor(found: readonly Likeness[]): string[] | undefined {
  const byWeight = found.toSorted((one, other) => other.weight - one.weight);
  const texts = [...new Set(byWeight.map(({ term }) => term.text))].slice(0, MOST_AT_ONCE);
  return texts.length === 0 ? undefined : texts;
}
