import { spokenTokens } from '../spoken-numbers/spoken-token.ts';
import { numberRuns } from './number-run.ts';
import { withSpansMasked } from './spans.ts';

/** A number longer than this may yet become a card's; most phone numbers are not. */
const MAX_SHOWN_DIGITS = 10;

/** Masks numbers of an unfinished text that may be the beginning of a card number. */
export function hideGrowingNumbers(text: string): string {
  return withoutNumbers(text, MAX_SHOWN_DIGITS);
}

/** Masks every number, as each may be a part of a card's when nothing is known of the talk. */
export function hideNumbers(text: string): string {
  return withoutNumbers(text, 0);
}

function withoutNumbers(text: string, maxShownDigits: number): string {
  const tokens = spokenTokens(text);
  const spans = numberRuns(tokens)
    .filter(({ digits }) => digits.length > maxShownDigits)
    .map(({ from, to }) => ({ start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }));
  return withSpansMasked(text, spans);
}
