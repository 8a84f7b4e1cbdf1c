import type { SuggestedOutcome } from '@agent/calls';
import type { Outcome } from '@agent/protocol';
import type { WrapUpSuggestion } from '@agent/ui/wrap-up';

/**
 * What a draft suggests, as one of the outcomes that the queue has: the one of that name or, for what is
 * resolved, the only one that counts as that. Null where the queue has none for it.
 */
export function suggestionFrom(
  outcomes: readonly Outcome[],
  { disposition, because, atMs }: SuggestedOutcome,
): WrapUpSuggestion | null {
  const named = outcomes.find(({ id }) => id === disposition);
  const resolving = outcomes.filter(({ resolves }) => resolves);
  const only = disposition === 'resolved' && resolving.length === 1 ? resolving[0] : undefined;
  const meant = named ?? only;
  return meant ? { disposition: meant.id, label: meant.label, because, atMs } : null;
}
