import { type CallState, isWanted, type OfferedSuggestion } from '@agent/calls';
import type { Suggestion } from '@agent/protocol';

/** What has gone may come back after that long, unless the agent did not want it. */
const COMES_BACK_AFTER_MS = 60_000;

/**
 * Whether the agent may be shown a suggestion now: the call goes on, the agent wants so much, and it
 * is neither open, nor was it dismissed or marked wrong in this call, nor settled in the last minute.
 */
export function mayOffer(state: CallState, candidate: Suggestion, atMs: number): boolean {
  if (!isTalking(state) || !isWanted(state.assist.density, candidate)) return false;
  return state.assist.suggestions
    .filter((known) => isSame(known, candidate))
    .every((known) => mayComeBack(known, atMs));
}

/** Whether both sides are on the call, be it on hold. */
export function isTalking({ phase }: CallState): boolean {
  return phase === 'active' || phase === 'held';
}

function mayComeBack({ fate, settledAtMs }: OfferedSuggestion, atMs: number): boolean {
  switch (fate.state) {
    case 'open':
    case 'dismissed':
    case 'marked-wrong':
      return false;
    case 'accepted':
    case 'edited':
    case 'expired':
      return atMs - (settledAtMs ?? atMs) >= COMES_BACK_AFTER_MS;
    default:
      return fate satisfies never;
  }
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
