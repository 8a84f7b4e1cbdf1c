import { letteredReading } from './lettered-reading.ts';
import { isSomethingElse } from './not-an-order-number.ts';
import { type NumberGroup, numberGroups } from './number-group.ts';
import { numberReadings } from './number-readings.ts';
import { halvesOf, type NumberRun, numberRuns } from './number-run.ts';
import { spokenTokens } from './spoken-token.ts';

/**
 * A number as it was said, in each way it can be read, best first: its digits, and before that, where
 * letters were said with them, both ("S20418"). Never empty.
 */
export type SaidNumber = readonly string[];

/** Orders have at least and at most so many digits. */
const MIN_DIGITS = 3;
const MAX_DIGITS = 12;

/**
 * The numbers in a text that may be those of orders, in order: written or spoken, digit by digit, in
 * pairs or as an amount. Dates, times, prices, counts, phone numbers and the like are left out.
 * Whether there is such an order, and which reading was meant, is for the directory to say.
 *
 * `before` is what the same speaker said just before: a number that begins there and goes on here
 * is found as well, whole and as far as it stands here.
 */
export function orderNumbersIn(text: string, before = ''): SaidNumber[] {
  const [first = [], ...rest] = numbersIn(text);
  const said = [[...numberOverPause(before, text), ...first], ...rest];
  return said.filter((readings) => readings.length > 0);
}

/** The numbers of a text, in order; those that are no order's are without a reading. */
function numbersIn(text: string, isWanted: (number: NumberGroup) => boolean = () => true) {
  const tokens = spokenTokens(text);
  const readingsOf = (run: NumberRun) =>
    numberReadings(run, tokens)
      .filter(({ digits }) => digits.length >= MIN_DIGITS && digits.length <= MAX_DIGITS)
      .filter(isWanted)
      .flatMap((number) => [...letteredReading(number, tokens, text), number])
      .filter((number) => !isSomethingElse(number, tokens, text))
      .map(({ digits }) => digits);
  return numberRuns(numberGroups(tokens), tokens).flatMap((run) => {
    const whole = readingsOf(run);
    return whole.length > 0 ? [whole, ...halvesOf(run, tokens).map(readingsOf)] : [whole];
  });
}

/** The readings of a number that the text before ends with and this one begins with. */
function numberOverPause(before: string, text: string): string[] {
  if (!endsInNumber(before) || !beginsWithNumber(text)) return [];
  const begun = before.replace(/[\s\p{P}]+$/u, '');
  const pauseAt = spokenTokens(begun).length;
  const isOver = ({ from, to }: NumberGroup) => from < pauseAt && to > pauseAt;
  return numbersIn(`${begun} ${text}`, isOver).flat();
}

function endsInNumber(text: string): boolean {
  const tokens = spokenTokens(text);
  return numberGroups(tokens).at(-1)?.to === tokens.length && tokens.length > 0;
}

function beginsWithNumber(text: string): boolean {
  return numberGroups(spokenTokens(text))[0]?.from === 0;
}
