import { type Amount, figurePatterns, figuresIn, money, NUMBER, SCALE } from './figures.ts';
import { oneOf } from './one-of.ts';

/** All there is to give back. */
export const WHOLE: Amount = 'percent 100';

const worth = oneOf(
  'price|money|amount|cost|order|total|bill|fee|sum|payment|purchase|charge|subscription|plan',
  'refund|reimbursement|compensation|credit',
);
const theirs = String.raw`(?:the|your|that|this) (?:\w+ )?${worth}`;

/** "Half off", "a third of the price". */
const share = new RegExp(
  String.raw`\b(half|(?:an?|\d) (?:third|quarter|fifth|tenth)s?)[ -]${oneOf(
    'off|price|back|(?:a )?refund',
    'of (?:what|everything|all)',
    `(?:of )?(?:it|that|this|${theirs})`,
  )}\b`,
  'gu',
);
const halved = /\b(?:halv(?:e|ed|ing)|(?:in|by) half)\b/gu;

const whole = new RegExp(
  String.raw`\b${oneOf(
    `(?:full|whole|entire|complete|total) ${worth}`,
    String.raw`(?:refund|reimburs|credit|pay|return)\w*(?: [\w']+){0,4} in full`,
    String.raw`all (?:of )?(?:it|that|your money|the money)(?: \w+)? back`,
    'every (?:cent|penny)',
    'everything (?:you (?:have )?paid|back)',
    '(?:what(?:ever)?|the (?:amount|sum|money)(?: that)?) you (?:ask|want|paid|nam|mention|request|demand)',
  )}`,
  'gu',
);

const period = '(day|week|month|quarter|year)s?';
const costsNothing = oneOf(
  '(?:free|complimentary|gratis|on us|on the house|without charge)\\b',
  'at no (?:extra )?(?:cost|charge)\\b',
  'you (?:pay|owe) nothing',
);
const links = 'for|is|are|will be|be|completely|absolutely|totally|entirely|and|comes?|all';
const freePeriods = [
  new RegExp(String.raw`(?:\b(\d+) )?\b(?:\w+ )?(?:free|complimentary) (?:\w+ )?${period}\b`, 'gu'),
  new RegExp(
    String.raw`(?:\b(\d+) )?\b${period}(?: of [\w' -]{1,30}?)?,? (?:[\w']+, )?(?:(?:${links}) )*${costsNothing}`,
    'gu',
  ),
  new RegExp(
    String.raw`\b(?:(?:\w+n't|not|never) (?:have to )?pay|pay nothing|waiv\w*)\b[\w' ]{0,30}? (?:for|in|during) (?:the )?(?:next |first |coming )?(?:(\d+) )?${period}\b`,
    'gu',
  ),
];

/** "Refund you 500": a number right after a word that gives, with nothing that it counts after it. */
const unitless = new RegExp(
  String.raw`\b(?:refund|reimburs|credit|giv|pay|send|transfer|wir|compensat|offer)\w*${oneOf(
    ' you| back| with| the| your| account| about| exactly| another| of| full| whole| all',
  )}{0,4} ${NUMBER}${SCALE}(?![.,]?\d)(?= ?${oneOf(
    '[.,;:!?]|$',
    String.raw`(?:back|off|right|now|today|for|as|to|immediately|straight|extra|at|by|and|in)\b`,
  )})`,
  'gu',
);

/** The amounts of money, shares and free periods that a text in plain numbers names. */
export function amountsIn(plain: string): readonly Amount[] {
  const found = (pattern: RegExp) => [...plain.matchAll(pattern)];
  return [
    ...figuresIn(plain),
    ...found(unitless).map(([, digits, times]) => money(digits, times)),
    ...found(share).map(([, part]) => `percent ${percentOf(part)}`),
    ...found(halved).map(() => 'percent 50'),
    ...found(whole).map(() => WHOLE),
    ...freePeriods.flatMap((pattern) =>
      found(pattern).map(([, count, unit]) => `free ${count ?? 1} ${unit}`),
    ),
  ];
}

/** The same text with "#" for each amount. */
export function markAmounts(plain: string): string {
  return [whole, share, halved, ...freePeriods, ...figurePatterns]
    .reduce((text, pattern) => text.replace(pattern, '#'), plain)
    .replace(unitless, (match, digits: string) => match.replace(digits, '#'));
}

const shares = { third: 33, quarter: 25, fifth: 20, tenth: 10 } as const;

function percentOf(part = ''): number {
  const [, count = '', name] = /^(\w+) (third|quarter|fifth|tenth)/u.exec(part) ?? [];
  return name ? (Number(count) || 1) * shares[name as keyof typeof shares] : 50;
}
