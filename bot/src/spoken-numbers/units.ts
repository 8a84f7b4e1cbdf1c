import { language } from '../language.ts';
import type { NumberGroup } from './number-group.ts';
import type { SpokenToken } from './spoken-token.ts';
import { wordSet } from './word-set.ts';

const money = wordSet(language.moneyUnits);
const units = wordSet(language.units);

/** Whether a word stands for what a number right before it counts or measures. */
export function isUnit(next: SpokenToken | undefined): boolean {
  return isMoney(next) || (isBeside(next) && units.has(next?.word ?? ''));
}

/** Tells whether a number counts or measures something: "$120", "50 %", "two weeks", "16 digits". */
export function hasUnit(
  number: NumberGroup,
  tokens: readonly SpokenToken[],
  text: string,
): boolean {
  return isAmount(number, tokens, text) || isUnit(tokens[number.to]);
}

/** Tells whether a number is an amount of money or a share: "$120", "50 %", "120 euros". */
export function isAmount(
  { from, to }: NumberGroup,
  tokens: readonly SpokenToken[],
  text: string,
): boolean {
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (!first || !last) return false;
  if (/[$€£¥]\s*$/.test(first.gap) || /^\s*[%€£$]/.test(text.slice(last.end))) return true;
  return isMoney(tokens[to]);
}

function isMoney(next: SpokenToken | undefined): boolean {
  return isBeside(next) && money.has(next?.word ?? '');
}

function isBeside(next: SpokenToken | undefined): boolean {
  return next !== undefined && /^[\s-]*$/.test(next.gap);
}
