import type { Vocabulary } from './vocabulary.ts';

/** Text ↔ tokens of one vocabulary. */
export interface TextTokens {
  encode(text: string): number[];
  decode(tokens: readonly number[]): string;
}

/** GPT-2's split into words, each with the space before it; merges never cross these. */
const WORDS = /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;

/** Byte-pair encoding over a vocabulary whose token numbers are the merge ranks. */
export function createTextTokens(vocabulary: Vocabulary): TextTokens {
  const ranks = new Map<string, number>();
  vocabulary.bytes.forEach((bytes, token) => {
    ranks.set(Buffer.from(bytes).toString('latin1'), token);
  });
  return {
    encode: (text) =>
      Array.from(text.matchAll(WORDS)).flatMap(([word]) =>
        mergePairs(Array.from(Buffer.from(word, 'utf8').toString('latin1')), ranks),
      ),
    decode: (tokens) =>
      Buffer.concat(tokens.map((token) => vocabulary.bytes[token] ?? new Uint8Array())).toString(
        'utf8',
      ),
  };
}

/** Merges the neighbours of lowest rank until no pair is a token. */
function mergePairs(parts: string[], ranks: ReadonlyMap<string, number>): number[] {
  for (;;) {
    let best = Number.POSITIVE_INFINITY;
    let bestAt = -1;
    for (let at = 0; at + 1 < parts.length; at += 1) {
      const rank = ranks.get(`${parts[at]}${parts[at + 1]}`) ?? Number.POSITIVE_INFINITY;
      if (rank < best) {
        best = rank;
        bestAt = at;
      }
    }
    if (bestAt < 0) return parts.flatMap((part) => ranks.get(part) ?? []);
    parts.splice(bestAt, 2, `${parts[bestAt]}${parts[bestAt + 1]}`);
  }
}
