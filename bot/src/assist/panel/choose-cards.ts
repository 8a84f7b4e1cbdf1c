import type { CallState } from '@agent/calls';
import type { CardMatch } from '@agent/playbook';
import type { Suggestion } from '@agent/protocol';
import { type Answered, fromCard } from './new-suggestion.ts';
import { mayOffer, type OfferMoment } from './offer-rules.ts';

/**
 * The cards to show for what was just said: the best that may be offered and, when that is not
 * important itself, the best important one besides, which then is the newest.
 */
export function chooseCards(
  state: CallState,
  answered: Answered,
  matches: readonly CardMatch[],
  now: OfferMoment,
): Suggestion[] {
  const candidates = matches
    .map((match) => fromCard(answered, match))
    .filter((candidate) => mayOffer(state, candidate, now));
  const [best] = candidates;
  if (!best) return [];
  const important = candidates.find((candidate) => candidate.important);
  return important && important !== best ? [best, important] : [best];
}
