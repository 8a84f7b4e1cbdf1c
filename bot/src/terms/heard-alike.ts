import type { Likeness } from './likenesses.ts';
import type { PlacedWord } from './placed-words.ts';
import type { Replacement } from './replacements.ts';

/** So alike are a term and what an unsure ear writes for it, and hardly two words of a language. */
const HARDLY_OTHER = 0.8;
/** Of so many pieces are words that the decoder does not know. */
const RARE_PIECES = 2;

/** Whether the decoder wrote with the terms in mind. Then what it wrote otherwise, it mostly heard otherwise. */
export type InMind = 'in-mind' | 'not-in-mind';

/** A surer word is what was said. */
const UNSURE = { 'in-mind': 0.65, 'not-in-mind': 0.9 } as const satisfies Record<InMind, number>;

/**
 * Finds the terms that unsure words resemble so much that they can be nothing else: "Arphelia" is
 * Orphelia. Words that the decoder knows and was sure of, or that are in common use, stay what they are.
 */
export function heardAlike(
  text: string,
  words: readonly PlacedWord[],
  found: readonly Likeness[],
  terms: InMind,
): Replacement[] {
  const taken: Likeness[] = [];
  for (const likeness of found.toSorted((one, other) => other.weight - one.weight)) {
    const isFree = taken.every(({ from, to }) => likeness.to <= from || likeness.from >= to);
    if (isFree && isNothingElse(text, words, likeness, terms)) taken.push(likeness);
  }
  return taken.flatMap(({ from, to, term }) => {
    const start = words[from]?.start ?? 0;
    const end = words[to - 1]?.end ?? 0;
    return text.slice(start, end) === term.text ? [] : [{ start, end, to: term.text }];
  });
}

function isNothingElse(
  text: string,
  words: readonly PlacedWord[],
  likeness: Likeness,
  terms: InMind,
): boolean {
  const { from, to, term, resemblance } = likeness;
  if (resemblance < HARDLY_OTHER) return false;
  const inside = words.slice(from, to);
  const changed = inside.filter(({ letters }) => !term.words.includes(letters));
  if (changed.some(({ probability }) => probability >= UNSURE[terms])) return false;
  const onlyParted = inside.map(({ letters }) => letters).join('') === term.letters;
  if (onlyParted) return terms === 'not-in-mind';
  const said = text.slice(inside[0]?.start, inside.at(-1)?.end);
  if (/[,.;:?!]/.test(said)) return false;
  return changed.some(({ pieces }) => pieces >= RARE_PIECES);
}
