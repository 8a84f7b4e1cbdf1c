import type { Outcome, OutcomeDraft } from '@agent/protocol';
import { freeSlug } from './free-slug.ts';

/** An outcome of a queue as it is stored; one that was taken away names calls of before. */
export interface StoredOutcome extends Outcome {
  isRemoved: boolean;
}

/**
 * Gives wanted outcomes their ids. One that the queue has keeps its id, whatever it is called now. A new one gets
 * that of the one taken away which read the same, else one made from its label that no other ever had: calls
 * of before must not come to mean something else.
 */
export function planOutcomes(
  stored: readonly StoredOutcome[],
  wanted: readonly OutcomeDraft[],
): Outcome[] {
  const known = new Set(stored.map(({ id }) => id));
  const taken = new Set([...known, ...wanted.flatMap(({ id }) => id ?? [])]);
  const given = new Set(wanted.flatMap(({ id }) => (id !== null && known.has(id) ? id : [])));
  return wanted.map(({ id, label, resolves }) => {
    if (id !== null && known.has(id)) return { id, label, resolves };
    const back = stored.find((one) => one.isRemoved && !given.has(one.id) && isSame(one, label));
    const next = back?.id ?? freeSlug(label, taken, 'outcome');
    taken.add(next);
    given.add(next);
    return { id: next, label, resolves };
  });
}

function isSame({ label }: StoredOutcome, other: string): boolean {
  return label.toLowerCase() === other.toLowerCase();
}
