import { isSomethingElse } from './not-an-order-number.ts';
import { type NumberGroup, numberGroups } from './number-group.ts';
import { type SpokenToken, spokenTokens } from './spoken-token.ts';

/** Orders have at least and at most so many digits. */
const MIN_DIGITS = 3;
const MAX_DIGITS = 12;

/**
 * The numbers in a text that may be those of orders, as digits, in order, each once: written or
 * spoken, digit by digit, in pairs or as an amount. Dates, times, prices, counts, phone numbers and
 * the like are left out. Whether there is such an order is for the directory to say.
 *
 * `before` is what the same speaker said just before: a number that begins there and goes on here
 * is found as well, whole and as far as it stands here.
 */
export function orderNumbersIn(text: string, before = ''): string[] {
  const isOneNumber = endsInNumber(before) && beginsWithNumber(text);
  const whole = isOneNumber ? numbersIn(`${before.replace(/[\s\p{P}]+$/u, '')} ${text}`) : [];
  return [...new Set([...whole, ...numbersIn(text)])];
}

function numbersIn(text: string): string[] {
  const tokens = spokenTokens(text);
  return joined(numberGroups(tokens), tokens)
    .filter(({ digits }) => digits.length >= MIN_DIGITS && digits.length <= MAX_DIGITS)
    .filter((number) => !isSomethingElse(number, tokens, text))
    .map(({ digits }) => digits);
}

function endsInNumber(text: string): boolean {
  const tokens = spokenTokens(text);
  return numberGroups(tokens).at(-1)?.to === tokens.length && tokens.length > 0;
}

function beginsWithNumber(text: string): boolean {
  return numberGroups(spokenTokens(text))[0]?.from === 0;
}

/** Puts groups together that are said in one go: "four five two one", "45 21", "4-5-2-1". */
function joined(groups: readonly NumberGroup[], tokens: readonly SpokenToken[]): NumberGroup[] {
  const numbers: NumberGroup[] = [];
  let last: NumberGroup | undefined;
  for (const group of groups) {
    const before = numbers.at(-1);
    if (before && last && goesOn(last, group, tokens)) {
      before.digits += group.digits;
      before.to = group.to;
    } else {
      numbers.push({ ...group });
    }
    last = group;
  }
  return numbers;
}

const pauses = new Set(['um', 'uh', 'uhm', 'er', 'erm', 'eh', 'hm', 'dash', 'hyphen', 'then']);

function goesOn(before: NumberGroup, group: NumberGroup, tokens: readonly SpokenToken[]): boolean {
  const between = tokens.slice(before.to, group.from);
  if (!between.every(({ word }) => pauses.has(word))) return false;
  const gap = tokens
    .slice(before.to, group.from + 1)
    .map((token) => token.gap)
    .join('');
  if (/^[\s\-–—]*$/.test(gap)) return true;
  const areSingle = before.digits.length === 1 && group.digits.length === 1;
  const isThousands = gap === ',' && before.digits.length <= 3 && group.digits.length === 3;
  const areWhole = before.digits.length >= MIN_DIGITS && group.digits.length >= MIN_DIGITS;
  if (/^[\s,.…\-–—]*$/.test(gap))
    return areSingle || isThousands || (!areWhole && !gap.includes('.'));
  return false;
}
