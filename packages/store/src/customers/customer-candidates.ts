import { type CustomerHit, customerHitSchema } from '@agent/protocol';
import { z } from 'zod';

/** Somebody who may be meant: how well it fits (`tier` 0 is best) and, within that, how alike it is. */
export interface CustomerCandidate {
  hit: CustomerHit;
  tier: number;
  score: number;
}

/** Everybody found so far, each once. */
export interface Candidates {
  /** Adds what a way to search has found; of somebody who is there already the better match stays. */
  add(rows: readonly Record<string, unknown>[]): void;
  count(): number;
  /** Best first, in the same order each time. */
  best(): readonly CustomerCandidate[];
}

const rowSchema = z.object({ tier: z.number(), score: z.number() }).loose();

/** Collects candidates; of more than `most` the best stay. */
export function collectCandidates(most: number): Candidates {
  const byId = new Map<string, CustomerCandidate>();
  return {
    add(rows) {
      for (const candidate of rows.map(candidateOf)) {
        const { customerId } = candidate.hit.customer;
        const other = byId.get(customerId);
        if (!other || compare(candidate, other) < 0) byId.set(customerId, candidate);
      }
    },
    count: () => byId.size,
    best: () => [...byId.values()].sort(compare).slice(0, most),
  };
}

function candidateOf(row: Record<string, unknown>): CustomerCandidate {
  const { tier, score, matched, orderNumber, ...customer } = rowSchema.parse(row);
  return { hit: customerHitSchema.parse({ customer, matched, orderNumber }), tier, score };
}

function compare(a: CustomerCandidate, b: CustomerCandidate): number {
  return a.tier - b.tier || b.score - a.score || compareTexts(textsOf(a), textsOf(b));
}

function textsOf({
  hit: { customer, matched, orderNumber },
}: CustomerCandidate): readonly string[] {
  return [customer.name, customer.customerId, matched, orderNumber ?? ''];
}

/** By their characters' numbers, whatever the language. */
function compareTexts(a: readonly string[], b: readonly string[]): number {
  for (const [index, text] of a.entries()) {
    const other = b[index] ?? '';
    if (text !== other) return text < other ? -1 : 1;
  }
  return 0;
}
