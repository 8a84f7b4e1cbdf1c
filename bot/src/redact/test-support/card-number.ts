import fc from 'fast-check';
import { isLuhnValid } from '../luhn.ts';

const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Digits as words. */
export function spelt(digits: string): string {
  return [...digits].map((digit) => words[Number(digit)]).join(' ');
}

/** Any number of the length of a card's with a valid check digit. */
export const cardNumber = fc
  .stringMatching(/^\d{12,18}$/)
  .map((body) => body + [...'0123456789'].find((check) => isLuhnValid(body + check)));
