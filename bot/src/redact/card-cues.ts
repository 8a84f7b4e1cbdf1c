import { language } from '../language.ts';

/**
 * What words say about the numbers after them:
 * - `opens`: they are those of a card
 * - `names`: a card is named; its number may follow, or the talk may just be of a payment
 * - `goes-on`: they are the card's, when one has just been named
 * - `closes`: they are something else's
 */
export type CardCueKind = 'opens' | 'names' | 'goes-on' | 'closes';

/** A place in a text from which on numbers are, may be, or no longer are those of a card. */
export interface CardCue {
  /** Where the cue ends, in UTF-16 units. */
  at: number;
  kind: CardCueKind;
}

const { cardCues: parts } = language;
const cues = new RegExp(
  `\\b(?:(?<opens>${oneOf(parts.opens)})|(?<names>${oneOf(parts.names)})|(?<closes>${oneOf(parts.closes)}))\\b`,
  'gi',
);
const goingCues = new RegExp(`\\b(?:${oneOf(parts.goesOn)})\\b`, 'gi');

/** Finds where a text turns to card numbers, security codes and expiry dates, and away from them. */
export function cardCues(text: string): CardCue[] {
  const plain = [...text.matchAll(cues)].map(({ 0: words, index, groups = {} }) => ({
    from: index,
    at: index + words.length,
    kind: kindOf(groups),
  }));
  const vague = [...text.matchAll(goingCues)].map(({ 0: words, index }) => ({
    from: index,
    at: index + words.length,
    kind: 'goes-on' as const,
  }));
  // "The full order number" says more than "the full number" would.
  const isAlone = (cue: { from: number; at: number }) =>
    plain.every(({ from, at }) => at <= cue.from || from >= cue.at);
  return [...plain, ...vague.filter(isAlone)]
    .toSorted((some, other) => some.at - other.at)
    .map(({ at, kind }) => ({ at, kind }));
}

function kindOf({ opens, names }: Record<string, string | undefined>): CardCueKind {
  if (opens !== undefined) return 'opens';
  return names === undefined ? 'closes' : 'names';
}

function oneOf(alternatives: readonly string[]): string {
  return alternatives.join('|');
}
