/** What the passes over one utterance say so far. */
export interface Agreement {
  /** Words of the latest pass. */
  words: readonly string[];
  /** How many of them, from the first, the pass before said too. */
  stableCount: number;
}

export const noAgreement: Agreement = Object.freeze({ words: [], stableCount: 0 });

/**
 * Takes in one more pass: what two passes in a row begin with is stable. Each pass hears the whole
 * utterance anew, so the latest is always taken as it is; pieces of two passes do not fit together.
 */
export function agree({ words: before }: Agreement, text: string): Agreement {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return { words, stableCount: commonPrefixLength(before, words) };
}

/** The text so far as readers get it: `stable` with its trailing space, and the changing tail. */
export function spokenSoFar({ words, stableCount }: Agreement): { stable: string; tail: string } {
  return {
    stable: words
      .slice(0, stableCount)
      .map((word) => `${word} `)
      .join(''),
    tail: words.slice(stableCount).join(' '),
  };
}

/** Nobody says more than this; a pass that does has begun to repeat itself into the silence. */
const MAX_WORDS_PER_SECOND = 5;
const WORDS_TO_BEGIN_WITH = 2;

/** Tells whether so many words can have been spoken in that time. */
export function canBeSaidIn(text: string, durationMs: number): boolean {
  const words = text.split(/\s+/).filter((word) => word !== '').length;
  return words <= WORDS_TO_BEGIN_WITH + (durationMs / 1000) * MAX_WORDS_PER_SECOND;
}

function commonPrefixLength(some: readonly string[], others: readonly string[]): number {
  let length = 0;
  while (length < some.length && length < others.length) {
    if (normalised(some[length]) !== normalised(others[length])) break;
    length += 1;
  }
  return length;
}

/** Passes may differ in case and punctuation and still say the same word. */
function normalised(word: string | undefined): string {
  return (word ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
