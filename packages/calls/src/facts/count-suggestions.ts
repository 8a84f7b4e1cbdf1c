import type { OfferedSuggestion } from '../assist-state.ts';
import { type CardFacts, type SuggestionCounts, UNSEEN_MS } from './call-facts.ts';

/** No suggestion was offered. */
const none: SuggestionCounts = Object.freeze({
  offered: 0,
  accepted: 0,
  edited: 0,
  dismissed: 0,
  markedWrong: 0,
  expired: 0,
  unseen: 0,
});

/** Counts suggestions by what became of them; those that are open are in `offered` alone. */
export function countSuggestions(suggestions: readonly OfferedSuggestion[]): SuggestionCounts {
  const counts = { ...none };
  for (const suggestion of suggestions) {
    counts.offered += 1;
    const fate = fateOf(suggestion);
    if (fate) counts[fate] += 1;
  }
  return counts;
}

/** The same for each card of the playbook, by its id. */
export function countCards(suggestions: readonly OfferedSuggestion[]): CardFacts[] {
  const cardIds = suggestions.flatMap(({ source }) => source.cardId ?? []);
  return [...new Set(cardIds)].toSorted().map((cardId) => ({
    cardId,
    ...countSuggestions(suggestions.filter(({ source }) => source.cardId === cardId)),
  }));
}

function fateOf({
  fate,
  offeredAtMs,
  settledAtMs,
}: OfferedSuggestion): Exclude<keyof SuggestionCounts, 'offered'> | undefined {
  switch (fate.state) {
    case 'open':
      return undefined;
    case 'marked-wrong':
      return 'markedWrong';
    case 'expired':
      return (settledAtMs ?? offeredAtMs) - offeredAtMs < UNSEEN_MS ? 'unseen' : 'expired';
    default:
      return fate.state;
  }
}
