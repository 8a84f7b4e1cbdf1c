import { spokenTokens } from '../spoken-numbers/spoken-token.ts';
import { numberRuns } from './number-run.ts';
import { withSpansMasked } from './spans.ts';

/** A number longer than this may yet become a card's; most phone numbers are not. */
const MAX_SHOWN_DIGITS = 10;

/** Masks numbers of an unfinished text that may be the beginning of a card number. */
export function hideGrowingNumbers(text: string): string {
  const tokens = spokenTokens(text);
  const spans = numberRuns(tokens)
    .filter(({ digits }) => digits.length > MAX_SHOWN_DIGITS)
    .map(({ from, to }) => ({ start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }));
  return withSpansMasked(text, spans);
}
