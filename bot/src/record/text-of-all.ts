/** How long a text may have taken to say, at most, before some of the sound cannot be in it. */
interface Slowness {
  beginMs: number;
  wordMs: number;
}

/** Slower than this nobody speaks without a pause that ends a segment. */
const SLOWEST = { beginMs: 2_000, wordMs: 800 } as const satisfies Slowness;
/** The pace of plain talk, where numbers are said. */
const QUICK = { beginMs: 1_000, wordMs: 500 } as const satisfies Slowness;

/**
 * Whether a text can be all that was said in so much sound. A model that is given a long number now
 * and then leaves it out: the words before it are all it writes.
 */
export function isTextOfAll(text: string, durationMs: number, isQuick: boolean): boolean {
  const words = text.match(/\d|[\p{L}'’]+/gu)?.length ?? 0;
  const { beginMs, wordMs } = isQuick ? QUICK : SLOWEST;
  return durationMs <= beginMs + words * wordMs;
}
