import type { SuggestionDensity, SuggestionDraft, SuggestionSource } from '@agent/protocol';
import type { OfferedSuggestion } from './assist-state.ts';
import type { CallState } from './call-state.ts';

/** At most so many suggestions are open at once. */
export const MAX_OPEN_SUGGESTIONS = 2;

/** A suggestion to show: complete, or still being written. */
export type ShownSuggestion =
  | (OfferedSuggestion & { kind: 'offered' })
  | (SuggestionDraft & { kind: 'draft' });

/** Tells whether an agent who wants to see so much wants to see this. */
export function isWanted(density: SuggestionDensity, { important }: { important: boolean }) {
  return density === 'all' || (density === 'important' && important);
}

/** The suggestions that wait for the agent, oldest first, whatever the agent wants to see. */
export function openSuggestions({
  assist,
}: Pick<CallState, 'assist'>): readonly OfferedSuggestion[] {
  return assist.suggestions.filter(({ fate }) => fate.state === 'open');
}

/** What decides which suggestions stay when there are too many. */
export interface Weighed {
  /** One that is still being written is not important yet. */
  important?: boolean;
  source: Pick<SuggestionSource, 'kind'>;
}

/**
 * Those of some suggestions, oldest first, that there is room for. General advice goes first, then
 * what is not important; of those that weigh the same, the oldest.
 */
export function withRoom<T extends Weighed>(suggestions: readonly T[]): readonly T[] {
  const heaviestFirst = [...suggestions].reverse().sort((a, b) => weight(b) - weight(a));
  const kept = new Set(heaviestFirst.slice(0, MAX_OPEN_SUGGESTIONS));
  return suggestions.filter((suggestion) => kept.has(suggestion));
}

function weight({ important, source }: Weighed): number {
  if (important) return 2;
  return source.kind === 'generic' ? 0 : 1;
}

/**
 * What the agent's screen shows: of the open suggestions that the agent wants to see, those that
 * there is room for, the newest first. One being written counts as newest.
 */
export function selectShownSuggestions(
  state: Pick<CallState, 'assist'>,
): readonly ShownSuggestion[] {
  const { density, draft } = state.assist;
  const writing = density === 'all' && draft ? [draft] : [];
  const open = openSuggestions(state).filter((suggestion) => isWanted(density, suggestion));
  const shown: readonly ShownSuggestion[] = [
    ...open.map((suggestion) => ({ kind: 'offered' as const, ...suggestion })),
    ...writing.map((written) => ({ kind: 'draft' as const, ...written })),
  ];
  return [...withRoom(shown)].reverse();
}
