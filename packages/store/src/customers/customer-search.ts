import type { CustomerSearchPage, CustomerSearchQuery } from '@agent/protocol';
import { MAX_CUSTOMER_HITS } from '@agent/protocol';
import type { CountryCode } from 'libphonenumber-js';
import { inTransaction, type Queryable, type Transaction } from '../database/connect.ts';
import { type CustomerCandidate, collectCandidates } from './customer-candidates.ts';
import { searchTerms } from './customer-search-terms.ts';
import {
  certainWays,
  likeWays,
  type SearchWay,
  slipWays,
  wholeWays,
} from './customer-search-ways.ts';
import { firstWords } from './name-words.ts';
import { type FoldedName, foldName, prepareSimilarity } from './trigrams.ts';

const pageSize = 20;
/** How alike a name or e-mail must be to be found in spite of its spelling, 0–1. */
const minSimilarity = 0.4;
/** The last resort against what somebody types to keep the server busy: one way takes some 20 ms. */
const wayTimeoutMs = 2_000;

/**
 * Finds customers by name, e-mail, phone or order number; each once, best match first, and at most
 * `MAX_CUSTOMER_HITS` in all. It looks in stages, each cheap by an index and bounded, and goes on to
 * the next only when there is not enough yet: what begins so, what holds it, what is spelt like it,
 * and, when there is nobody, what was meant by it.
 */
export async function searchCustomers(
  db: Queryable,
  { query, page }: CustomerSearchQuery,
  phoneRegion: CountryCode,
): Promise<CustomerSearchPage> {
  const best = await inTransaction(db, (tx) => findBest(tx, query, phoneRegion));
  const hits = best.slice((page - 1) * pageSize, page * pageSize).map(({ hit }) => hit);
  return { hits, total: best.length, page, pageSize };
}

async function findBest(
  tx: Transaction,
  query: string,
  phoneRegion: CountryCode,
): Promise<readonly CustomerCandidate[]> {
  await prepareSearch(tx);
  const terms = searchTerms(query, phoneRegion);
  const name = terms.name ? await nameIn(tx, terms.name) : undefined;
  const candidates = collectCandidates(MAX_CUSTOMER_HITS);
  const look = async (ways: readonly SearchWay[], enough: number) => {
    for (const way of ways) if (candidates.count() < enough) candidates.add(await way(tx));
  };
  await look(certainWays(terms, name?.folded), Number.POSITIVE_INFINITY);
  await look(wholeWays(terms, name?.folded), MAX_CUSTOMER_HITS);
  if (candidates.count() < pageSize) await look(likeWays(terms, name), Number.POSITIVE_INFINITY);
  await look(slipWays(name?.folded), 1);
  return candidates.best();
}

async function nameIn(tx: Transaction, typed: string): Promise<FoldedName | undefined> {
  const { folded, hasTrigrams } = await foldName(tx, typed);
  return folded === '' ? undefined : { folded: firstWords(folded), hasTrigrams };
}

/**
 * One search takes one processor, for a bounded time; and starts at the beginning of a table, so that
 * the next page goes on where this one ends.
 */
async function prepareSearch(tx: Transaction): Promise<void> {
  await prepareSimilarity(tx, { wordSimilarity: minSimilarity });
  await tx`
    select set_config('max_parallel_workers_per_gather', '0', true),
      set_config('synchronize_seqscans', 'off', true),
      set_config('statement_timeout', ${String(wayTimeoutMs)}, true)`;
}
