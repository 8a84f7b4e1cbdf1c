/** Words that passes have agreed on, and the latest pass, to which the next is compared. */
export interface Agreement {
  /** Agreed words; they never change again before the final. */
  stable: readonly string[];
  latest: readonly string[];
}

export const noAgreement: Agreement = Object.freeze({ stable: [], latest: [] });

/** Takes in one more pass: what two passes in a row begin with has become stable. */
export function agree({ stable, latest }: Agreement, text: string): Agreement {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const common = commonPrefixLength(latest, words);
  return {
    stable: common > stable.length ? [...stable, ...words.slice(stable.length, common)] : stable,
    latest: words,
  };
}

/** The text so far as readers get it: `stable` with its trailing space, and the changing tail. */
export function spokenSoFar({ stable, latest }: Agreement): { stable: string; tail: string } {
  return {
    stable: stable.map((word) => `${word} `).join(''),
    tail: latest.slice(stable.length).join(' '),
  };
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
