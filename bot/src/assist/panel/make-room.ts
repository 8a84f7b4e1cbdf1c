import { type CallState, openSuggestions, withRoom } from '@agent/calls';
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
 * Makes room: of what is open and what is to come, there is room for the two that matter most. What
 * is open and finds none is crowded out; what is to come and finds none is not offered. Whatever has
 * two reasons to go has the first.
 */
export function makeRoom(
  state: CallState,
  expire: readonly Expiry[],
  offer: readonly Suggestion[],
): Decision {
  const gone = new Set(expire.map(({ suggestionId }) => suggestionId));
  const open = openSuggestions(state).filter(({ suggestionId }) => !gone.has(suggestionId));
  const staying = new Set<Suggestion>(withRoom<Suggestion>([...open, ...offer]));
  const crowdedOut = open
    .filter((suggestion) => !staying.has(suggestion))
    .map(({ suggestionId }) => ({ suggestionId, reason: 'crowded-out' as const }));
  return {
    expire: [...firstReasons(expire), ...crowdedOut],
    offer: offer.filter((suggestion) => staying.has(suggestion)),
  };
}

function firstReasons(expire: readonly Expiry[]): Expiry[] {
  const firsts = new Map(expire.toReversed().map((expiry) => [expiry.suggestionId, expiry]));
  return [...firsts.values()].toReversed();
}
