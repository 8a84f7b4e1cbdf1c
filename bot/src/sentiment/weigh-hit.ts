import type { LexiconHit } from './lexicon.ts';

/** "Very good" is more than good, "a bit bad" less than bad. */
const INTENSIFIED = 1.3;
const DAMPENED = 0.5;
/** "Not good" is bad, "not bad" hardly good. */
const NEGATED_PRAISE = -0.65;
const NEGATED_BLAME = -0.25;

/** How many words back a negation reaches. */
const SCOPE_WORDS = 4;

const negator =
  /^(?:not|no|never|none|nobody|nothing|neither|nor|without|hardly|barely|cannot|\w+n't)$/;
/** Turns of phrase that negate as "not" does: "far from good", "not what I would call good". */
const negatingPhrase =
  /\b(?:far from|anything but|by no means|nowhere near|less than(?! (?:an?|one|two|three|\d))|not what (?:i|you|we|anyone)(?: would|'d) call)(?: \w+){0,2}$/;
const scopeEnd = /^(?:and|because|since|so|while|when|until|only)$/;
const intensifier =
  /\b(?:very|really|so|such|extremely|absolutely|completely|totally|utterly|incredibly|terribly|awfully|truly|deeply|highly|quite|pretty|too|most|more|even|all|ever so|real|super)(?: an?)?$/;
const dampener =
  /\b(?:a (?:bit|little|tad)|slightly|somewhat|kind of|sort of|rather|fairly|partly|a bit of an?)$/;

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
    if (scopeEnd.test(word)) return false;
    if (negator.test(word)) return true;
  }
  return false;
}
