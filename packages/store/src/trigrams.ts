import { z } from 'zod';
import type { Transaction } from './connect.ts';

/**
 * Prepares a transaction for comparing trigrams: from which likeness on `%>` holds (0–1), and what a
 * comparison costs. Postgres takes it for as cheap as that of two numbers and would read the whole
 * table instead of the index.
 */
export async function prepareSimilarity(
  tx: Transaction,
  { wordSimilarity }: { wordSimilarity: number },
): Promise<void> {
  await tx`
    select set_config('pg_trgm.word_similarity_threshold', ${String(wordSimilarity)}, true),
      set_config('cpu_operator_cost', '0.1', true), set_config('jit', 'off', true)`;
}

/** A name in the spelling of `customers.search_name`, without the space before it. */
export async function foldName(tx: Transaction, name: string): Promise<string> {
  const [row] = await tx`select btrim(search_text(${name})) as folded`;
  return z.object({ folded: z.string() }).parse(row).folded;
}
