import type { NumberGroup } from './number-group.ts';
import type { SpokenToken } from './spoken-token.ts';
import { hasUnit } from './units.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const orderWords = set('order orders parcel package shipment invoice booking purchase reference');
const otherWords = set(
  `phone telephone mobile cell landline fax postcode zip card visa mastercard code pin cvv cvc
  security account iban birthday born password flat apartment room house gate platform flight
  cost costs paid pay price charged charge refunded refund worth balance bill`,
);
const roughly = set(
  'about over under almost nearly around approximately roughly than least most to',
);
const months = set(
  `january february march april may june july august september october november december`,
);
const timeWords = set('at until till by before after since past from');
const yearWords = set('in since year of until by from during back');
const streets = set('street road avenue lane drive way court square boulevard place terrace st');

/** How far back the word that names a number is looked for. */
const NAMED_WITHIN_WORDS = 4;

/** Tells whether a number is a date, time, price, count, address or phone number. */
export function isSomethingElse(
  number: NumberGroup,
  tokens: readonly SpokenToken[],
  text: string,
): boolean {
  const name = nameOf(number, tokens);
  if (name === 'other' || isMeasured(number, tokens, text)) return true;
  if (name === 'order') return false;
  return [isRound, isRough, isDate, isYear, isTimeOfDay, isAddress].some((is) =>
    is(number, tokens),
  );
}

/** What the words before a number call it: the nearest decides; "number" alone speaks for an order. */
function nameOf({ from }: NumberGroup, tokens: readonly SpokenToken[]) {
  let name: 'order' | undefined;
  for (const { word } of tokens.slice(Math.max(0, from - NAMED_WITHIN_WORDS), from).reverse()) {
    if (otherWords.has(word)) return 'other';
    if (orderWords.has(word)) return 'order';
    if (word === 'number') name = 'order';
  }
  return name;
}

/** "29.50", "10:30", "$120", "4521 dollars", "5pm", "12/05/2026". */
function isMeasured(number: NumberGroup, tokens: readonly SpokenToken[], text: string): boolean {
  const { from, to } = number;
  const [first, next] = [tokens[from], tokens[to]];
  if (isPartOf(tokens[from - 1], first) || isPartOf(tokens[to - 1], next)) return true;
  const isGlued = next?.gap === '' || (first?.gap === '' && from > 0);
  return isGlued || hasUnit(number, tokens, text);
}

/** Figures tied to others by a point, colon or slash. */
function isPartOf(before: SpokenToken | undefined, token: SpokenToken | undefined): boolean {
  const areFigures = before?.number?.kind === 'digits' && token?.number?.kind === 'digits';
  return areFigures && /^[.,:/]$/.test(token?.gap ?? '');
}

/** "Two thousand", said as an amount. */
function isRound({ digits, from, to }: NumberGroup, tokens: readonly SpokenToken[]): boolean {
  return (
    digits.endsWith('00') && tokens.slice(from, to).some(({ number }) => number?.kind === 'scale')
  );
}

function isRough({ from }: NumberGroup, tokens: readonly SpokenToken[]): boolean {
  return roughly.has(tokens[from - 1]?.word ?? '');
}

/** Beside the name of a month; ISO dates are one number of eight digits by now. */
function isDate({ digits, from, to }: NumberGroup, tokens: readonly SpokenToken[]): boolean {
  const isIso = /^(19|20)\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(digits) && to - from === 3;
  const isAfterMonth = tokens
    .slice(Math.max(0, from - 2), from)
    .some(({ word }) => months.has(word));
  return isIso || isAfterMonth || (digits.length <= 2 && months.has(tokens[to]?.word ?? ''));
}

function isYear({ digits, from }: NumberGroup, tokens: readonly SpokenToken[]): boolean {
  return /^(19|20)\d\d$/.test(digits) && yearWords.has(tokens[from - 1]?.word ?? '');
}

function isTimeOfDay({ digits, from }: NumberGroup, tokens: readonly SpokenToken[]): boolean {
  return /^(1?\d|2[0-3])[0-5]\d$/.test(digits) && timeWords.has(tokens[from - 1]?.word ?? '');
}

function isAddress({ to }: NumberGroup, tokens: readonly SpokenToken[]): boolean {
  return tokens.slice(to, to + 3).some(({ word }) => streets.has(word));
}
