import { type Token, tokensOf } from './tokens.ts';

/** Words said one after another, and where each of them is. */
export interface Spoken {
  tokens: readonly Token[];
  /** Positions by stem, ascending; those of all numbers besides under `ANY_NUMBER`. */
  positions: ReadonlyMap<string, readonly number[]>;
}

/** Stands for any number where stems are looked up. */
export const ANY_NUMBER = '#';

/** Finds out where each word of the tokens is. */
export function spokenOf(tokens: readonly Token[]): Spoken {
  const positions = new Map<string, number[]>();
  const note = (key: string, at: number) => {
    const known = positions.get(key);
    if (known) known.push(at);
    else positions.set(key, [at]);
  };
  tokens.forEach(({ kind, stem }, at) => {
    if (kind !== 'word') return;
    note(stem, at);
    if (isNumber(stem)) note(ANY_NUMBER, at);
  });
  return { tokens, positions };
}

/** Whether a stem is a number, which spoken numbers have become by now. */
export function isNumber(stem: string): boolean {
  return /^\d/.test(stem);
}

/** Recognition ends segments long before; of anything longer, the end is what counts. */
const MAX_SEGMENT_TOKENS = 400;

/** Segments whose words are kept: those of some calls, as each is looked at again and again. */
const MAX_KEPT = 500;
const kept = new Map<string, Spoken>();

/** What a whole segment says. */
export function spokenText(text: string): Spoken {
  const before = kept.get(text);
  if (before) return before;
  if (kept.size >= MAX_KEPT) kept.clear();
  const spoken = spokenOf(tokensOf(text).slice(-MAX_SEGMENT_TOKENS));
  kept.set(text, spoken);
  return spoken;
}
