import { type CallState, MAX_OPEN_SUGGESTIONS, openSuggestions } from '@agent/calls';
import type { Suggestion, SuggestionExpiry, SuggestionId } from '@agent/protocol';

/** A suggestion that goes. */
export interface Expiry {
  suggestionId: SuggestionId;
  reason: SuggestionExpiry;
}

/** What the agent's panel is to become: first what goes, then what comes. */
export interface Decision {
  expire: readonly Expiry[];
  offer: readonly Suggestion[];
}

/**
 * Adds to what goes the oldest of the open suggestions for which there is no more room. Whatever
 * has two reasons to go has the first.
 */
export function decide(
  state: CallState,
  expire: readonly Expiry[],
  offer: readonly Suggestion[],
): Decision {
  const gone = new Set(expire.map(({ suggestionId }) => suggestionId));
  const open = openSuggestions(state).filter(({ suggestionId }) => !gone.has(suggestionId));
  const tooMany = Math.max(0, open.length + offer.length - MAX_OPEN_SUGGESTIONS);
  const crowdedOut = open
    .slice(0, tooMany)
    .map(({ suggestionId }) => ({ suggestionId, reason: 'crowded-out' as const }));
  return { expire: [...firstReasons(expire), ...crowdedOut], offer };
}

function firstReasons(expire: readonly Expiry[]): Expiry[] {
  const firsts = new Map(expire.toReversed().map((expiry) => [expiry.suggestionId, expiry]));
  return [...firsts.values()].toReversed();
}
