/** A place in a text from which on numbers are, or no longer are, those of a card. */
export interface CardCue {
  /** Where the cue ends, in UTF-16 units. */
  at: number;
  kind: 'opens' | 'closes';
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
  'visa|master ?card|amex|american express|maestro|diners club',
  '(?:give|read|take|tell|use|type|note|have|pay|paying)(?: out)?(?: you| me| with| by)? (?:my|your|the|another|a|a different|a new|this|that)(?: \\w+)? card',
  'my pin|pin number',
].join('|');
const closing = [
  '(?:order|phone|mobile|telephone|tracking|ticket|case|reference|invoice|customer|parcel|serial|model|confirmation|booking) (?:number|id)',
  'number of (?:the|your|my|that) (?:order|parcel|ticket|invoice|phone)',
  'zip(?: code)?|post ?code|postal code|date of birth|e-?mail address',
].join('|');

const cues = new RegExp(`\\b(?:(?<opens>${opening})|(?<closes>${closing}))\\b`, 'gi');

/** Finds where a text turns to card numbers, security codes and expiry dates, and away from them. */
export function cardCues(text: string): CardCue[] {
  return [...text.matchAll(cues)].map(({ 0: words, index, groups }) => ({
    at: index + words.length,
    kind: groups?.opens === undefined ? 'closes' : 'opens',
  }));
}
