import { z } from 'zod';
import type { Transaction } from './connect.ts';

/** From which likeness on the operators `%` (whole) and `%>` (a part) hold, 0–1. */
export interface SimilarityLimits {
  similarity?: number;
  wordSimilarity?: number;
}

/** Sets what counts as similar until the transaction ends. */
export async function setSimilarity(
  tx: Transaction,
  { similarity = 0.3, wordSimilarity = 0.6 }: SimilarityLimits,
): Promise<void> {
  await tx`
    select set_config('pg_trgm.similarity_threshold', ${String(similarity)}, true),
      set_config('pg_trgm.word_similarity_threshold', ${String(wordSimilarity)}, true)`;
}

/** A name in the spelling of `customers.search_name`, without the space before it. */
export async function foldName(tx: Transaction, name: string): Promise<string> {
  const [row] = await tx`select btrim(search_text(${name})) as folded`;
  return z.object({ folded: z.string() }).parse(row).folded;
}
