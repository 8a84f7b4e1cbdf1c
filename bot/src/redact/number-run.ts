import { language } from '../language.ts';
import { type NumberGroup, numberGroups } from '../spoken-numbers/number-group.ts';
import type { SpokenToken } from '../spoken-numbers/spoken-token.ts';
import { wordSet } from '../spoken-numbers/word-set.ts';

/** Numbers that follow one another with nothing of meaning between them. Never empty. */
export interface DigitRun {
  groups: readonly NumberGroup[];
  /** The digits of all groups. */
  digits: string;
  /** Its first token, and the one after its last. */
  from: number;
  to: number;
}

const fillers = wordSet(language.cardFillers);

/** So many fillers may stand between two groups of a run. */
const MAX_FILLERS = 4;

/** The runs of numbers among the tokens, in order. Punctuation never ends a run, words do. */
export function numberRuns(tokens: readonly SpokenToken[]): DigitRun[] {
  const runs: NumberGroup[][] = [];
  for (const group of numberGroups(tokens)) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && isFilling(tokens, before.to, group.from)) run.push(group);
    else runs.push([group]);
  }
  return runs.map((groups) => ({
    groups,
    digits: groups.map(({ digits }) => digits).join(''),
    from: groups[0]?.from ?? 0,
    to: groups.at(-1)?.to ?? 0,
  }));
}

/** Whether only a few words without meaning stand between two tokens. */
export function isFilling(tokens: readonly SpokenToken[], from: number, to: number): boolean {
  return to - from <= MAX_FILLERS && tokens.slice(from, to).every(({ word }) => fillers.has(word));
}
