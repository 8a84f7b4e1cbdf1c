import { z } from 'zod';
import type { Transaction } from '../database/connect.ts';

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

/** A name as it is compared. */
export interface FoldedName {
  /** In the spelling of `customers.search_name`, without the space before it. */
  folded: string;
  /** Without any there is nothing to compare by, and Postgres would read the whole table to find out. */
  hasTrigrams: boolean;
}

/** Brings a name into the spelling in which names are compared. */
export async function foldName(tx: Transaction, name: string): Promise<FoldedName> {
  const [row] = await tx`
    select folded, cardinality(show_trgm(folded)) > 0 as has_trigrams
    from btrim(search_text(${name})) folded`;
  return foldedNameSchema.parse(row);
}

const foldedNameSchema = z.object({ folded: z.string(), hasTrigrams: z.boolean() });
