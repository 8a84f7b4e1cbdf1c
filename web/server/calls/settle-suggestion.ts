import 'server-only';
import {
  type CallEventEnvelope,
  type CallId,
  type EventId,
  type SuggestionId,
  type SuggestionOutcome,
  staffEnvelope,
} from '@agent/protocol';
import { type SettledAs, settleSuggestion as settleStored, stableEventId } from '@agent/store';
import { callOfAgent, type Viewer } from '../access/viewer.ts';
import { Problem } from '../problem.ts';
import { deliver } from '../rooms/deliver.ts';
import type { Services } from '../services.ts';

const settledMessages = {
  accepted: 'This suggestion was used already.',
  edited: 'This suggestion was edited already.',
  dismissed: 'This suggestion was dismissed already.',
  'marked-wrong': 'This suggestion was marked as wrong already.',
  expired: 'This suggestion is gone: the talk has moved on.',
  'call-ended': 'This call has ended.',
} as const satisfies Record<SettledAs, string>;

/** The words go out at the press of a key; a suggestion that expires while that is told was used. */
const GRACE_MS = 5_000;

/** What an agent did with a suggestion of its call. */
export interface SuggestionToSettle {
  callId: CallId;
  suggestionId: SuggestionId;
  outcome: SuggestionOutcome;
}

/**
 * Stores what the agent did with a suggestion. The first outcome counts, also right after the
 * suggestion has expired; sending the same one again is harmless and gives the same answer.
 */
export async function settleSuggestion(
  services: Services,
  viewer: Viewer,
  { callId, suggestionId, outcome }: SuggestionToSettle,
): Promise<CallEventEnvelope> {
  const call = await callOfAgent(services, viewer, callId);
  const eventId = eventIdOf(callId, suggestionId, outcome);
  const settled = await settleStored(services.db, callId, suggestionId, {
    ...{ outcome, eventId },
    graceMs: GRACE_MS,
  });
  if (settled === 'not-found') throw Problem.notFound('There is no such suggestion in this call.');
  if ('settledAs' in settled) throw Problem.conflict(settledMessages[settled.settledAs]);
  void deliver(services, call, settled);
  return staffEnvelope(settled);
}

/** Always the same for the same outcome of the same suggestion. */
function eventIdOf(
  callId: CallId,
  suggestionId: SuggestionId,
  outcome: SuggestionOutcome,
): EventId {
  return stableEventId('outcome', callId, suggestionId, JSON.stringify(outcome));
}
