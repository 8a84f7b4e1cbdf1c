import { language } from '../language.ts';
import type { NumberGroup } from './number-group.ts';
import type { SpokenToken } from './spoken-token.ts';
import { wordSet } from './word-set.ts';

/** Groups that are said in one go: "four five two one", "45 21", "4-5-2-1". Never empty. */
export type NumberRun = readonly [NumberGroup, ...NumberGroup[]];

/** A number has at least so many digits; what has fewer is a piece of one, or a count. */
const WHOLE_DIGITS = 3;

/** Puts groups together as far as they may be one number. */
export function numberRuns(
  groups: readonly NumberGroup[],
  tokens: readonly SpokenToken[],
): NumberRun[] {
  const runs: [NumberGroup, ...NumberGroup[]][] = [];
  for (const group of groups) {
    const run = runs.at(-1);
    if (run && goesOn(lastOf(run), group, tokens)) run.push(group);
    else runs.push([group]);
  }
  return runs;
}

/** A half of a run that is a number by itself has at least so many digits. */
const HALF_DIGITS = 4;

/** The two numbers that a run may be, parted by its only pause: "four five two one, four one eight seven". */
export function halvesOf(run: NumberRun, tokens: readonly SpokenToken[]): NumberRun[] {
  const pauses = run.flatMap((group, at) => {
    const before = run[at - 1];
    return before && /[,.…]/.test(gapBetween(before, group, tokens)) ? [at] : [];
  });
  const [pause = 0] = pauses;
  const [first, ...firstRest] = run.slice(0, pause);
  const [second, ...secondRest] = run.slice(pause);
  if (pauses.length !== 1 || !first || !second) return [];
  const halves: NumberRun[] = [
    [first, ...firstRest],
    [second, ...secondRest],
  ];
  return halves.every((half) => asOneNumber(half).digits.length >= HALF_DIGITS) ? halves : [];
}

/** All that a run says, as one number. */
export function asOneNumber(run: NumberRun): NumberGroup {
  const digits = run.map((group) => group.digits).join('');
  return { digits, from: run[0].from, to: lastOf(run).to };
}

/** The spaces and punctuation between two groups. */
export function gapBetween(
  before: NumberGroup,
  group: NumberGroup,
  tokens: readonly SpokenToken[],
): string {
  const between = tokens.slice(before.to, group.from + 1);
  return between.map(({ gap }) => gap).join('');
}

function lastOf(run: NumberRun): NumberGroup {
  return run.at(-1) ?? run[0];
}

const pauses = wordSet(language.pauseWords);

function goesOn(before: NumberGroup, group: NumberGroup, tokens: readonly SpokenToken[]): boolean {
  const between = tokens.slice(before.to, group.from);
  if (!between.every(({ word }) => pauses.has(word))) return false;
  const gap = gapBetween(before, group, tokens);
  if (/^[\s\-–—]*$/.test(gap)) return true;
  if (!/^[\s,.…\-–—]*$/.test(gap)) return false;
  const areSingle = before.digits.length === 1 && group.digits.length === 1;
  const areWhole = before.digits.length >= WHOLE_DIGITS && group.digits.length >= WHOLE_DIGITS;
  return areSingle || isThousands(before, group, gap) || (!areWhole && !gap.includes('.'));
}

/** "4,521". */
export function isThousands(before: NumberGroup, group: NumberGroup, gap: string): boolean {
  return gap === ',' && before.digits.length <= 3 && group.digits.length === 3;
}
