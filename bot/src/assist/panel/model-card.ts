import { type CallState, openSuggestions } from '@agent/calls';
import type { CardMatch } from '@agent/playbook';
import type { Suggestion } from '@agent/protocol';
import { type Decision, makeRoom } from './make-room.ts';
import { mayOffer, type OfferMoment } from './offer-rules.ts';

/**
 * What a model's card does to the panel: it replaces an open card of the playbook that answers the
 * same segment with the same action, else it joins. What must or must never be said is the
 * company's own wording and stays beside it. Undefined when the card may not be shown, or finds no
 * room beside what matters more.
 */
export function decideOnModelCard(
  state: CallState,
  candidate: Suggestion,
  matches: readonly CardMatch[],
  now: OfferMoment,
): Decision | undefined {
  if (!mayOffer(state, candidate, now)) return undefined;
  const guidance = new Set(
    matches.filter(({ card }) => card.kind === 'guidance').map(({ card }) => card.id),
  );
  const replaced = openSuggestions(state).find(
    ({ segmentId, action, source }) =>
      segmentId === candidate.segmentId &&
      action === candidate.action &&
      source.cardId !== null &&
      guidance.has(source.cardId),
  );
  const expire = replaced
    ? [{ suggestionId: replaced.suggestionId, reason: 'replaced' as const }]
    : [];
  const important = replaced?.important ?? candidate.important;
  const decision = makeRoom(state, expire, [{ ...candidate, important }]);
  return decision.offer.length > 0 ? decision : undefined;
}
