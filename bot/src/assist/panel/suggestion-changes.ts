import type { CallState, SuggestionFate } from '@agent/calls';
import type { SuggestionSource } from '@agent/protocol';

/** Something that happened to a suggestion: it was offered, or settled. */
export interface SuggestionChange {
  source: SuggestionSource['kind'];
  fate: 'offered' | Exclude<SuggestionFate['state'], 'open' | 'expired'> | `expired-${string}`;
}

/** What happened to suggestions between two states of a call. */
export function suggestionChanges(before: CallState, after: CallState): SuggestionChange[] {
  if (before.assist.suggestions === after.assist.suggestions) return [];
  return after.assist.suggestions.flatMap(({ source: { kind: source }, fate }, index) => {
    const known = before.assist.suggestions[index];
    if (known?.fate === fate) return [];
    return [
      ...(known ? [] : [{ source, fate: 'offered' as const }]),
      ...(fate.state === 'open' ? [] : [{ source, fate: wordFor(fate) }]),
    ];
  });
}

function wordFor(fate: Exclude<SuggestionFate, { state: 'open' }>): SuggestionChange['fate'] {
  return fate.state === 'expired' ? `expired-${fate.reason}` : fate.state;
}
