import type { SuggestionDensity, SuggestionDraft } from '@agent/protocol';
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

/**
 * What the agent's screen shows: the newest open suggestions that the agent wants to see, at most
 * two, the newest first. One being written counts as newest.
 */
export function selectShownSuggestions(
  state: Pick<CallState, 'assist'>,
): readonly ShownSuggestion[] {
  const { density, draft } = state.assist;
  const writing = density === 'all' && draft ? [draft] : [];
  const open = openSuggestions(state).filter((suggestion) => isWanted(density, suggestion));
  return [
    ...open.map((suggestion) => ({ kind: 'offered' as const, ...suggestion })),
    ...writing.map((written) => ({ kind: 'draft' as const, ...written })),
  ]
    .slice(-MAX_OPEN_SUGGESTIONS)
    .reverse();
}
