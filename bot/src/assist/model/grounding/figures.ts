import { oneOf } from './one-of.ts';

/** Something of worth: "money 4990" (in cents), "percent 15" or "free 3 month". */
export type Amount = string;

/** A number, its digits captured. */
export const NUMBER = String.raw`(\d{1,3}(?:[ ,.']\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d))`;
/** What may follow to make it greater, captured. */
export const SCALE = String.raw`(?: ?(k|hundred|thousand|million|grand)\b)?`;

const codes = 'usd|eur|gbp|chf|cad|aud|inr';
const names = 'dollars?|bucks?|euros?|pounds?|quid|francs?|rupees?';
const nation = oneOf('us', 'american', 'canadian', 'australian');
const currency = oneOf('[$€£¥₹]', String.raw`(?:${nation} )?(?:${names}|${codes})\b`);

const moneyPatterns = [
  new RegExp(String.raw`(?:[$€£¥₹]|\b(?:${codes})\b) ?${NUMBER}${SCALE}`, 'gu'),
  new RegExp(`${NUMBER}${SCALE}[ -]?${currency}`, 'gu'),
  new RegExp(String.raw`${NUMBER} ?(grand|k)\b`, 'gu'),
];
const smallMoney = new RegExp(String.raw`${NUMBER} ?(?:cents?|pence)\b`, 'gu');
const percent = new RegExp(`${NUMBER} ?(?:%|percent|per cent)`, 'gu');
const anyNumber = new RegExp(`${NUMBER}${SCALE}`, 'gu');

/** The patterns of amounts in figures. */
export const figurePatterns: readonly RegExp[] = [...moneyPatterns, smallMoney, percent];

/** The amounts that a text in plain numbers names in figures: "$10", "10 dollars", "15 %". */
export function figuresIn(plain: string): readonly Amount[] {
  return [
    ...moneyPatterns.flatMap((pattern) =>
      [...plain.matchAll(pattern)].map(([, digits, times]) => money(digits, times)),
    ),
    ...[...plain.matchAll(smallMoney)].map(([, digits]) => `money ${hundredths(digits) / 100}`),
    ...[...plain.matchAll(percent)].map(([, digits]) => percentage(digits)),
  ];
}

/** What the numbers of a text in plain numbers may stand for, with or without a unit. */
export function readingsOf(plain: string): readonly Amount[] {
  return [...plain.matchAll(anyNumber)].flatMap(([, digits, times]) => [
    money(digits, times),
    percentage(digits),
  ]);
}

/** An amount of money from its digits and what makes them greater. */
export function money(digits: string | undefined, times: string | undefined): Amount {
  return `money ${hundredths(digits) * factor(times)}`;
}

function percentage(digits: string | undefined): Amount {
  return `percent ${hundredths(digits) / 100}`;
}

function hundredths(written = ''): number {
  const [, units = '', fraction = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/u.exec(written) ?? [];
  return Number(units.replace(/\D/gu, '')) * 100 + Number(fraction.padEnd(2, '0'));
}

function factor(times: string | undefined): number {
  switch (times) {
    case undefined:
      return 1;
    case 'hundred':
      return 100;
    case 'million':
      return 1_000_000;
    default:
      return 1_000;
  }
}
