import { language } from '../language.ts';
import type { NumberWord } from './number-word.ts';
import type { SpokenToken } from './spoken-token.ts';

/** The smallest piece of a spoken number: "four", "forty-five", "four thousand five hundred", "45". */
export interface NumberGroup {
  digits: string;
  /** Its first token, and the one after its last. */
  from: number;
  to: number;
}

/**
 * Finds the numbers among the tokens, in order. Words that do not add up are groups of their own:
 * "forty-five twenty-one" is 45 and 21.
 */
export function numberGroups(tokens: readonly SpokenToken[]): NumberGroup[] {
  const groups: NumberGroup[] = [];
  for (let at = 0; at < tokens.length; ) {
    const group = groupAt(tokens, at);
    if (group) groups.push(group);
    at = group?.to ?? at + 1;
  }
  return groups;
}

function groupAt(tokens: readonly SpokenToken[], at: number): NumberGroup | undefined {
  const number = tokens[at]?.number;
  switch (number?.kind) {
    case undefined:
    case 'scale':
      return undefined;
    case 'digits':
      return { digits: number.digits, from: at, to: at + 1 };
    case 'oh':
      return isZero(tokens, at) ? { digits: '0', from: at, to: at + 1 } : undefined;
    case 'repeat':
      return repeatedAt(tokens, at, number.times);
    case 'unit':
    case 'teen':
    case 'tens':
      return thousandsAt(tokens, at);
    default:
      return number satisfies never;
  }
}

/** "Oh" is a sigh unless it stands directly beside a digit: "two oh five", "oh oh seven". */
function isZero(tokens: readonly SpokenToken[], at: number): boolean {
  let first = at;
  let last = at;
  while (isJoined(tokens[first]) && tokens[first - 1]?.number?.kind === 'oh') first -= 1;
  while (isJoined(tokens[last + 1]) && tokens[last + 1]?.number?.kind === 'oh') last += 1;
  const isDigit = (number: NumberWord | undefined) => number && number.kind !== 'scale';
  if (isJoined(tokens[first]) && isDigit(tokens[first - 1]?.number)) return true;
  return isJoined(tokens[last + 1]) && Boolean(isDigit(tokens[last + 1]?.number));
}

function repeatedAt(tokens: readonly SpokenToken[], at: number, times: number) {
  const digit = digitOf(tokens[at + 1]?.number);
  if (digit === undefined) return undefined;
  return { digits: digit.repeat(times), from: at, to: at + 2 };
}

function digitOf(number: NumberWord | undefined): string | undefined {
  if (number?.kind === 'oh') return '0';
  if (number?.kind === 'unit') return String(number.value);
  return number?.kind === 'digits' && number.digits.length === 1 ? number.digits : undefined;
}

/** A value, and the token after its words. */
interface Amount {
  value: number;
  to: number;
}

function thousandsAt(tokens: readonly SpokenToken[], at: number): NumberGroup | undefined {
  const first = hundredsAt(tokens, at);
  if (!first) return undefined;
  const isThousand = isScale(tokens[first.to], 1000);
  const { value, to } = isThousand ? withRest(tokens, first, 1000, hundredsAt) : first;
  return { digits: String(value), from: at, to };
}

function hundredsAt(tokens: readonly SpokenToken[], at: number): Amount | undefined {
  const first = belowHundredAt(tokens, at);
  if (!first || first.value === 0 || !isScale(tokens[first.to], 100)) return first;
  return withRest(tokens, first, 100, belowHundredAt);
}

/** "Four hundred" and what follows, unless that begins an amount of the same size. */
function withRest(
  tokens: readonly SpokenToken[],
  { value, to }: Amount,
  scale: 100 | 1000,
  restAt: (tokens: readonly SpokenToken[], at: number) => Amount | undefined,
): Amount {
  const total = value * scale;
  const rest = restAt(tokens, tokens[to + 1]?.word === language.numberWords.and ? to + 2 : to + 1);
  const fits = rest && rest.value > 0 && rest.value < scale && !isScale(tokens[rest.to], scale);
  return fits ? { value: total + rest.value, to: rest.to } : { value: total, to: to + 1 };
}

function belowHundredAt(tokens: readonly SpokenToken[], at: number): Amount | undefined {
  const number = tokens[at]?.number;
  if (number?.kind === 'unit' || number?.kind === 'teen')
    return { value: number.value, to: at + 1 };
  if (number?.kind !== 'tens') return undefined;
  const next = isJoined(tokens[at + 1]) ? tokens[at + 1]?.number : undefined;
  if (next?.kind !== 'unit' || next.value === 0) return { value: number.value, to: at + 1 };
  return { value: number.value + next.value, to: at + 2 };
}

function isScale(token: SpokenToken | undefined, scale: 100 | 1000): boolean {
  return isJoined(token) && token?.number?.kind === 'scale' && token.number.value === scale;
}

/** "Twenty-one", not "twenty. One more thing". */
function isJoined(token: SpokenToken | undefined): boolean {
  return /^[\s-]+$/.test(token?.gap ?? '');
}
