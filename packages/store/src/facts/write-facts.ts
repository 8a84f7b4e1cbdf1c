import type { CallId } from '@agent/protocol';
import type { Transaction } from '../database/connect.ts';
import { noteRepeats } from './note-repeats.ts';
import { readFacts } from './read-facts.ts';
import { storeFacts } from './store-facts.ts';

/**
 * Writes the facts of a call as its log has them in this transaction, and whether earlier calls of its
 * customer were followed by it. Three statements, the last of them only where somebody is found to be a
 * customer, or an outcome is chosen.
 */
export async function writeFacts(tx: Transaction, callId: CallId): Promise<void> {
  const calls = await readFacts(tx, [callId]);
  await storeFacts(tx, calls);
  for (const { facts, knownCustomerId, knownResolves } of calls) {
    if (facts.customerId === knownCustomerId && facts.resolves === knownResolves) continue;
    const customerIds = [facts.customerId, knownCustomerId].flatMap((id) => id ?? []);
    await noteRepeats(tx, customerIds, { from: facts.queuedAt, to: facts.queuedAt });
  }
}
