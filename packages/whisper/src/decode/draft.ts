/** A guess of the coming tokens (the text of the pass before), to be checked many at a time. */
export interface Draft {
  /** Tells which token really came, so that the guess can follow it. */
  follow(token: number): void;
  /** The tokens to check next; empty when the guess is used up or was wrong too often. */
  propose(): readonly number[];
}

/** How far the guess may have said more than was said before it is taken as a replaced word. */
const SKIP_TOKENS = 4;
/** What is risked after a miss. */
const CAUTIOUS_TOKENS = 8;
const MAX_MISSES_IN_A_ROW = 3;

/** Starts a draft; greedy decoding with one takes the same tokens in fewer steps. */
export function createDraft(guess: readonly number[]): Draft {
  let at = 0;
  let missesInARow = 0;
  return {
    follow: (token) => {
      const found = guess.indexOf(token, at);
      if (found === at) {
        missesInARow = 0;
        at += 1;
        return;
      }
      missesInARow += 1;
      at = found >= 0 && found < at + SKIP_TOKENS ? found + 1 : at + 1;
    },
    propose: () => {
      if (missesInARow >= MAX_MISSES_IN_A_ROW) return [];
      return guess.slice(at, missesInARow === 0 ? undefined : at + CAUTIOUS_TOKENS);
    },
  };
}
