import { type CallState, isTalking, isWanted, type OfferedSuggestion } from '@agent/calls';
import type { Suggestion } from '@agent/protocol';

/** When something would be offered. */
export interface OfferMoment {
  atMs: number;
  /** What the agent has used, or said in words of its own, comes back after that long. */
  restMs: number;
}

/**
 * Whether the agent may be shown a suggestion now: the call goes on, the agent wants so much, and it
 * is neither open, nor was it dismissed or marked wrong in this call, nor did the agent use it just
 * now. What went without the agent's doing may come back as soon as it fits again.
 */
export function mayOffer(state: CallState, candidate: Suggestion, now: OfferMoment): boolean {
  if (!isTalking(state) || !isWanted(state.assist.density, candidate)) return false;
  const { suggestions } = state.assist;
  return suggestions
    .filter((known) => isSame(known, candidate))
    .every((known) => mayComeBack(standInFor(known, suggestions) ?? known, now));
}

function mayComeBack({ fate, settledAtMs }: OfferedSuggestion, now: OfferMoment): boolean {
  switch (fate.state) {
    case 'open':
    case 'dismissed':
    case 'marked-wrong':
      return false;
    case 'accepted':
    case 'edited':
      return hasRested(settledAtMs, now);
    case 'expired':
      return fate.reason !== 'said' || hasRested(settledAtMs, now);
    default:
      return fate satisfies never;
  }
}

function hasRested(settledAtMs: number | null, { atMs, restMs }: OfferMoment): boolean {
  return atMs - (settledAtMs ?? atMs) >= restMs;
}

/** The model's card that replaced another: to the agent they are one, and what befell it counts. */
function standInFor(
  { fate, segmentId, action }: OfferedSuggestion,
  suggestions: readonly OfferedSuggestion[],
): OfferedSuggestion | undefined {
  if (fate.state !== 'expired' || fate.reason !== 'replaced') return undefined;
  return suggestions.find(
    (other) =>
      other.source.kind === 'model' && other.segmentId === segmentId && other.action === action,
  );
}

/** The same card, or the same words. */
function isSame(a: Suggestion, b: Suggestion): boolean {
  if (a.suggestionId === b.suggestionId) return true;
  const isSameCard = a.source.cardId !== null && a.source.cardId === b.source.cardId;
  return isSameCard || letters(a.suggestion) === letters(b.suggestion);
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
}
