import type { ShownSuggestion } from '@agent/calls';
import type { SuggestionItem } from '../../ai-suggestion-panel/suggestion-item.ts';

/** Suggestions as the panel takes them. `answeredAtMs` is the start of the call since 1970. */
export function suggestionItems(
  shown: readonly ShownSuggestion[],
  answeredAtMs: number | null,
): SuggestionItem[] {
  return shown.map((suggestion) => {
    const { suggestionId: id, suggestion: text, reasoning, source } = suggestion;
    const words = { id, text, reasoning, source };
    if (suggestion.kind === 'draft') return { ...words, ...unknownYet };
    const { action, confidence, important, offeredAtMs, place } = suggestion;
    const at = answeredAtMs === null ? null : answeredAtMs + offeredAtMs;
    const known = { action, confidence, important, offeredAtMs: at };
    return { ...words, ...known, state: 'offered', place };
  });
}

/** What the panel is told of a suggestion that is being written. */
const unknownYet = {
  state: 'writing',
  action: null,
  confidence: null,
  important: false,
  offeredAtMs: null,
} as const;
