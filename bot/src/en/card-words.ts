/** Parts of patterns, any of which tells something of the numbers after it. */
export const CARD_CUES = {
  /** They are those of a card. */
  opens: [
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
  ],
  /** A card is named. */
  names: ['visa|master ?card|amex|american express|maestro|diners club'],
  /** They are the card's, when one has just been named. */
  goesOn: [
    '(?:full|whole|complete|entire|first|last|next) (?:\\w+ )?(?:numbers?|digits?|four)',
    '(?:number|rest) (?:on|of) it|(?:rest of|all) the (?:numbers?|digits?)|all (?:sixteen|16)',
    '(?:sixteen|16|fifteen|15|four|4|three|3) (?:numbers?|digits?)',
    '(?:ends|ending) (?:in|with|on)',
    'expires?|expiring|runs? out|good (?:until|thru|through)',
    'security|code|on the (?:back|front)',
  ],
  /** They are something else's. */
  closes: [
    '(?:order|phone|mobile|telephone|tracking|ticket|case|reference|invoice|customer|parcel|serial|model|confirmation|booking) (?:number|id)',
    'number of (?:the|your|my|that) (?:order|parcel|ticket|invoice|phone)',
    'zip(?: code)?|post ?code|postal code|date of birth|e-?mail address',
  ],
};

/** What stands between the numbers of a card without meaning anything, parted by spaces. */
export const CARD_FILLERS = `um uh uhm er erm eh hm ah mm okay ok yes yeah so well and then next now again the a is it it's
  that's that dash hyphen minus slash space dot point comma number numbers digit digits by followed
  first last second third wait sorry please`;

/** A number with one of these before it is no card's. */
export const NAMES_OF_OTHER_NUMBERS =
  'order orders ticket invoice parcel phone mobile tracking reference case';

/** What stands before a phone number with its country. */
export const BEFORE_PHONE_OF_COUNTRY = /(?:\+|\bplus\s*)$/i;

/** What stands between the name of a card and its number: "my Visa is 4111". */
export const BETWEEN_NAME_AND_NUMBER = /^(?: card)?(?: number)?(?:,? it'?s| is|:)? $/i;

const otherThings =
  'orders?|dates?|day|month|time|year|address|size|colou?r|model|item|product|parcel|subscription';
/** Asks for a number of something else than a card, or for something that has one. */
export const QUESTIONS_FOR_OTHER = new RegExp(
  [
    `\\b(?:which|what) (?:${otherThings})\\b`,
    `\\bwhat(?: is|'s|’s) (?:the|your) (?:${otherThings})\\b`,
    '\\bhow (?:many|much|often|long|old|late)\\b',
    '\\bwhen (?:did|was|were|is|are|do|does|will|has|have|can|would|should)\\b',
  ].join('|'),
  'i',
);

/** Asks of a card, but for no number of it. */
export const HOW_OFTEN = /\bhow (?:many times|much|often)\b/i;

/** Asks for a number of a card, whatever else the question names. */
export const QUESTION_FOR_DIGITS = /\b(?:digits?|numbers?|valid)\b/i;

/** Any card. */
export const ANY_CARD = /\bcards?\b/i;

/** What a speech-to-text model writes for a digit that it has not understood, from 0 on. */
export const SOUNDS_LIKE_DIGITS: readonly string[] = [
  'nero near hero narrow',
  'won wan',
  'to too tu',
  'free tree',
  'for fore or ford',
  'fife fine hi',
  'sex sick sicks',
  'heaven',
  'ate',
  'nein niner nigh',
];
