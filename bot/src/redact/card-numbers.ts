import type { NumberGroup } from '../spoken-numbers/number-group.ts';
import { isLuhnValid } from './luhn.ts';

/** Lengths of card numbers. */
const MIN_DIGITS = 13;
const MAX_DIGITS = 19;

/** Numbers as the large card schemes give them out, so that one misheard digit does not uncover one. */
const cardShape =
  /^(?:4\d{15}|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|6(?:011|4[4-9]\d|5\d\d)\d{12})$/;

/** Whether digits are a card number by their check digit. */
export function isCardNumber(digits: string): boolean {
  return digits.length >= MIN_DIGITS && digits.length <= MAX_DIGITS && isLuhnValid(digits);
}

/**
 * Where in a run of groups the first card number begins, however it is cut into groups: one with a
 * check digit, and only without any, what has the shape of a card number.
 */
export function cardNumberBegin(groups: readonly NumberGroup[]): NumberGroup | undefined {
  return beginOf(groups, isCardNumber) ?? beginOf(groups, (digits) => cardShape.test(digits));
}

function beginOf(groups: readonly NumberGroup[], isFound: (digits: string) => boolean) {
  return groups.find((_, first) => {
    let digits = '';
    for (const group of groups.slice(first)) {
      digits += group.digits;
      if (isFound(digits)) return true;
    }
    return false;
  });
}
