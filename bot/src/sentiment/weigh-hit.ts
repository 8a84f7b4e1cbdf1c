import { language } from '../language.ts';
import type { LexiconHit } from './lexicon.ts';

/** "Very good" is more than good, "a bit bad" less than bad. */
const INTENSIFIED = 1.3;
const DAMPENED = 0.5;
/** "Not good" is bad, "not bad" hardly good. */
const NEGATED_PRAISE = -0.65;
const NEGATED_BLAME = -0.25;

/** How many words back a negation reaches. */
const SCOPE_WORDS = 4;

const { negator, negatingPhrase, negationScopeEnd, intensifier, dampener } = language;

/** The valence of a hit with the words before it taken into account. */
export function weighHit({ valence, start }: LexiconHit, clause: string): number {
  const before = clause.slice(0, start).trim();
  if (isNegated(before)) return valence * (valence > 0 ? NEGATED_PRAISE : NEGATED_BLAME);
  if (dampener.test(before)) return valence * DAMPENED;
  return intensifier.test(before) ? valence * INTENSIFIED : valence;
}

function isNegated(before: string): boolean {
  if (negatingPhrase.test(before)) return true;
  const reach = before.split(' ').slice(-SCOPE_WORDS).reverse();
  for (const word of reach) {
    if (negationScopeEnd.test(word)) return false;
    if (negator.test(word)) return true;
  }
  return false;
}
