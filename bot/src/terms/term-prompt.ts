import type { Likeness } from './likenesses.ts';

/** More of them would make the pass longer, and each may be written where it was not said. */
const MOST_AT_ONCE = 4;

/** The terms that are worth another pass, those that weigh most first; undefined when there are none. */
export function termsToAskFor(found: readonly Likeness[]): string[] | undefined {
  const byWeight = found.toSorted((one, other) => other.weight - one.weight);
  const texts = [...new Set(byWeight.map(({ term }) => term.text))].slice(0, MOST_AT_ONCE);
  return texts.length === 0 ? undefined : texts;
}
