import { language } from '../language.ts';
import type { NumberGroup } from './number-group.ts';
import { asOneNumber, gapBetween, isThousands, type NumberRun } from './number-run.ts';
import type { SpokenToken } from './spoken-token.ts';
import { isUnit } from './units.ts';
import { wordSet } from './word-set.ts';

/** Figures of so many digits are a number by themselves: "4521 2". */
const WHOLE_FIGURE_DIGITS = 4;
/** What is left beside a count has at least so many digits, and more where it may be none. */
const MIN_DIGITS_LEFT = 3;
const MIN_DIGITS_LEFT_IN_DOUBT = 4;
/** A count that nothing names has at most so many digits. */
const MAX_COUNT_DIGITS = 2;

/**
 * The numbers that a run may be meant as, best first: all of it, and what is left without the counts
 * that stand beside a number: "4521 two weeks ago", "this one, 4521".
 */
export function numberReadings(run: NumberRun, tokens: readonly SpokenToken[]): NumberGroup[] {
  const places = run.slice(1).map((_, index) => index + 1);
  const begins = places.filter((at) => beginsAt(run, at, tokens));
  const ends = places.filter((at) => endsAt(run, at, tokens));
  const perhaps = places.filter((at) => !ends.includes(at) && mayEndAt(run, at, tokens));
  return [...begins, 0].flatMap((begin) =>
    [...ends, run.length, ...perhaps].flatMap((end) => partOf(run, begin, end)),
  );
}

function partOf(run: NumberRun, begin: number, end: number): NumberGroup[] {
  const [first, ...rest] = run.slice(begin, end);
  return first ? [asOneNumber([first, ...rest])] : [];
}

/** Whether a count leads up to the number that begins with this group. */
function beginsAt(run: NumberRun, at: number, tokens: readonly SpokenToken[]): boolean {
  const isPointedAt = at === 1 && isPronoun(run[0], tokens);
  if (!isPointedAt && !isBreakAt(run, at, tokens)) return false;
  return (
    digitsIn(run.slice(0, at)) <= MAX_COUNT_DIGITS && digitsIn(run.slice(at)) >= MIN_DIGITS_LEFT
  );
}

/** Whether what begins with this group counts something, after the number. */
function endsAt(run: NumberRun, at: number, tokens: readonly SpokenToken[]): boolean {
  if (digitsIn(run.slice(0, at)) < MIN_DIGITS_LEFT) return false;
  if (at === run.length - 1 && isUnit(wordAfter(run, tokens))) return true;
  return digitsIn(run.slice(at)) <= MAX_COUNT_DIGITS && isBreakAt(run, at, tokens);
}

/** Whether the last group, this one, may as well count what the word after it names. */
function mayEndAt(run: NumberRun, at: number, tokens: readonly SpokenToken[]): boolean {
  const isLast = at === run.length - 1 && digitsIn(run.slice(at)) <= MAX_COUNT_DIGITS;
  const isEnough = digitsIn(run.slice(0, at)) >= MIN_DIGITS_LEFT_IN_DOUBT;
  return isLast && isEnough && isCountable(wordAfter(run, tokens));
}

function wordAfter(run: NumberRun, tokens: readonly SpokenToken[]): SpokenToken | undefined {
  return tokens[asOneNumber(run).to];
}

function digitsIn(groups: readonly NumberGroup[]): number {
  return groups.reduce((sum, { digits }) => sum + digits.length, 0);
}

/** Figures turn to words or words to figures, or there is a pause that is not one of dictation. */
function isBreakAt(run: NumberRun, at: number, tokens: readonly SpokenToken[]): boolean {
  const [before, group] = [run[at - 1], run[at]];
  if (!before || !group) return false;
  if (isWritten(before, tokens) !== isWritten(group, tokens)) return true;
  if (before.digits.length >= WHOLE_FIGURE_DIGITS) return true;
  const gap = gapBetween(before, group, tokens);
  const areSingle = before.digits.length === 1 && group.digits.length === 1;
  return /[,.…]/.test(gap) && !areSingle && !isThousands(before, group, gap);
}

function isWritten({ from }: NumberGroup, tokens: readonly SpokenToken[]): boolean {
  return tokens[from]?.number?.kind === 'digits';
}

const pointing = wordSet(language.orderWords.pointing);

/** "The other one". */
function isPronoun({ from, to }: NumberGroup, tokens: readonly SpokenToken[]): boolean {
  const before = tokens[from - 1]?.word ?? '';
  return to - from === 1 && tokens[from]?.word === language.orderWords.one && pointing.has(before);
}

const namesNothing = wordSet(language.orderWords.namesNothing);

/** Whether a word right after a number may be what it counts: "two coffee machines". */
function isCountable(next: SpokenToken | undefined): boolean {
  return next !== undefined && /^\s+$/.test(next.gap) && !namesNothing.has(next.word);
}
