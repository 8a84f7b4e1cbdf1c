import { language } from '../language.ts';
import { letteredReading } from './lettered-reading.ts';
import type { NumberGroup } from './number-group.ts';
import type { SpokenToken } from './spoken-token.ts';
import { isAmount, isUnit } from './units.ts';
import { wordSet } from './word-set.ts';

const { orderWords: lists } = language;
const orderWords = wordSet(lists.order);
const otherWords = wordSet(lists.other);
const moneyWords = wordSet(lists.money);
/** Right before a number: "charged for 4521" is about an order, "charged 45" about money. */
const topicWords = wordSet(lists.topic);
const roughly = wordSet(lists.roughly);
const months = wordSet(lists.months);
const timeWords = wordSet(lists.time);
const yearWords = wordSet(lists.year);
const streets = wordSet(lists.streets);

/** How far back the word that names a number is looked for. */
const NAMED_WITHIN_WORDS = 4;

/** A number of so many digits is seldom a count or an amount: whether it is an order, the directory knows. */
const LONG_DIGITS = 4;

/** Tells whether a number is a date, time, price, count, address or phone number. */
export function isSomethingElse(
  number: NumberGroup,
  tokens: readonly SpokenToken[],
  text: string,
): boolean {
  const name = nameOf(number, tokens);
  if (name === 'other' || isPartOfAWord(number, tokens, text, name)) return true;
  if (isAmount(number, tokens, text)) return true;
  const isNamed = name === 'order';
  if (isNamed && isLong(number)) return false;
  if (isUnit(tokens[number.to])) return true;
  return (
    !isNamed &&
    [isRound, isRough, isDate, isYear, isTimeOfDay, isAddress].some((is) => is(number, tokens))
  );
}

/**
 * What the words before a number, and before the numbers right before it, call it: the nearest
 * decides; "number" alone speaks for an order.
 */
function nameOf(number: NumberGroup, tokens: readonly SpokenToken[]) {
  let { from } = number;
  while (tokens[from - 1]?.number) from -= 1;
  const before = tokens.slice(Math.max(0, from - NAMED_WITHIN_WORDS), from).reverse();
  const isTopic = isLong(number) && topicWords.has(before[0]?.word ?? '');
  let name: 'order' | undefined;
  for (const { word } of before) {
    if (otherWords.has(word)) return 'other';
    if (moneyWords.has(word)) return isTopic ? name : 'other';
    if (orderWords.has(word)) return 'order';
    if (word === lists.number) name = 'order';
  }
  return name;
}

function isLong({ digits }: NumberGroup): boolean {
  return digits.replace(/\D/g, '').length >= LONG_DIGITS;
}

/** "29.50", "10:30", "5pm", "12/05/2026", "X500"; the letters of a long number may be an order's. */
function isPartOfAWord(
  number: NumberGroup,
  tokens: readonly SpokenToken[],
  text: string,
  name: 'order' | undefined,
): boolean {
  const { from, to } = number;
  const [first, next] = [tokens[from], tokens[to]];
  if (isPartOf(tokens[from - 1], first) || isPartOf(tokens[to - 1], next)) return true;
  if (next?.gap === '') return true;
  const isTied = first?.gap === '' && from > 0;
  const isLettered = letteredReading(number, tokens, text).length > 0;
  return isTied && !(isLettered && (name === 'order' || isLong(number)));
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

function isRough(number: NumberGroup, tokens: readonly SpokenToken[]): boolean {
  const { from } = number;
  return !isLong(number) && roughly.has(tokens[from - 1]?.word ?? '');
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

/** "221 Baker Street", not "4521, by the way". */
function isAddress({ to }: NumberGroup, tokens: readonly SpokenToken[]): boolean {
  const after = tokens.slice(to, to + 3);
  const street = after.findIndex(({ word }) => streets.has(word));
  return street >= 0 && after.slice(0, street + 1).every(({ gap }) => /^[\s.]*$/.test(gap));
}
