/** A run of tokens at the end of a text that repeats what stands before it. */
export interface Repetition {
  readonly periodTokens: number;
  readonly times: number;
  /** Tokens that only repeat, a begun repetition included. */
  readonly repeatedTokens: number;
}

/** How much repetition is still taken for speech. */
export type RepetitionTolerance = 'strict' | 'lenient';

interface Limit {
  readonly fromPeriod: number;
  readonly times: number;
}

/**
 * A speaker says "no no no no" or "thank you, thank you"; a decoder that lost its place says the
 * same clause again. Strict only suspects (the caller decodes again), lenient condemns.
 */
const LIMITS = {
  strict: [
    { fromPeriod: 1, times: 6 },
    { fromPeriod: 2, times: 4 },
    { fromPeriod: 4, times: 3 },
    { fromPeriod: 5, times: 2 },
  ],
  lenient: [
    { fromPeriod: 1, times: 10 },
    { fromPeriod: 2, times: 5 },
    { fromPeriod: 4, times: 4 },
    { fromPeriod: 6, times: 3 },
  ],
} as const satisfies Record<RepetitionTolerance, readonly Limit[]>;

/** Finds the loop that the tokens end with, if they end with one. */
export function findRepetition(
  tokens: readonly number[],
  tolerance: RepetitionTolerance,
): Repetition | undefined {
  for (let period = 1; period <= tokens.length / 2; period += 1) {
    const repeatedTokens = repeatedAtEnd(tokens, period);
    const times = 1 + Math.floor(repeatedTokens / period);
    const limit = LIMITS[tolerance].findLast(({ fromPeriod }) => fromPeriod <= period);
    if (limit !== undefined && times >= limit.times) {
      return { periodTokens: period, times, repeatedTokens };
    }
  }
  return undefined;
}

/** The tokens with the loop at their end said once. */
export function withoutRepetition(tokens: readonly number[], loop: Repetition): number[] {
  return tokens.slice(0, tokens.length - loop.repeatedTokens);
}

function repeatedAtEnd(tokens: readonly number[], period: number): number {
  let same = 0;
  for (let at = tokens.length - 1; at >= period && tokens[at] === tokens[at - period]; at -= 1) {
    same += 1;
  }
  return same;
}
