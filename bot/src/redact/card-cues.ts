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

const opening = [
  'card (?:numbers?|details|info|information|data)',
  'numbers? (?:on|of|from) (?:the|my|your|that|this) (?:\\w+ )?card',
  'long number',
  '(?:sixteen|16|fifteen|15|three|3) digits? (?:on|number|code)',
  '(?:digits?|numbers?|code) on the (?:back|front)',
  '(?:security|verification|validation|card) code',
  'c ?v ?[vc] ?2?',
  'card (?:expires|expiry|is valid|runs out)',
  'expir(?:y|ation)(?: date)?',
  'valid (?:until|thru|through)',
  '(?:give|read|take|tell|use|type|note|have|pay|paying)(?: out)?(?: you| me| with| by)? (?:my|your|the|another|a|a different|a new|this|that)(?: \\w+)? card',
  'my pin|pin number',
].join('|');
const naming = 'visa|master ?card|amex|american express|maestro|diners club';
const going = [
  '(?:full|whole|complete|entire|first|last|next) (?:\\w+ )?(?:numbers?|digits?|four)',
  '(?:number|rest) (?:on|of) it|(?:rest of|all) the (?:numbers?|digits?)|all (?:sixteen|16)',
  '(?:sixteen|16|fifteen|15|four|4|three|3) (?:numbers?|digits?)',
  '(?:ends|ending) (?:in|with|on)',
  'expires?|expiring|runs? out|good (?:until|thru|through)',
  'security|code|on the (?:back|front)',
].join('|');
const closing = [
  '(?:order|phone|mobile|telephone|tracking|ticket|case|reference|invoice|customer|parcel|serial|model|confirmation|booking) (?:number|id)',
  'number of (?:the|your|my|that) (?:order|parcel|ticket|invoice|phone)',
  'zip(?: code)?|post ?code|postal code|date of birth|e-?mail address',
].join('|');

const cues = new RegExp(
  `\\b(?:(?<opens>${opening})|(?<names>${naming})|(?<closes>${closing}))\\b`,
  'gi',
);
const goingCues = new RegExp(`\\b(?:${going})\\b`, 'gi');

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
