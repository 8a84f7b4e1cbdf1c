import { type CallState, createCallState, receiveEnvelope } from '@agent/calls';
import type { CallEvent, NewCallEvent, SegmentId, Suggestion } from '@agent/protocol';
import { aCallId, aUserId } from '@agent/testing/ids';
import { genericSuggestion } from '../panel/new-suggestion.ts';
import { newEvent } from './call-log.ts';

const callId = aCallId('0197a4de-0000-4000-8000-000000000001');
const answeredAtMs = Date.parse('2026-11-23T10:00:00Z');

/** The state of an accepted call after these events, each so many milliseconds after the answer. */
export function foldedCall(events: readonly (readonly [atMs: number, event: NewCallEvent])[]) {
  const accepted = newEvent('call.accepted', { agentId: aUserId(), agentName: 'Alex' });
  return [[0, accepted] as const, ...events].reduce<CallState>((state, [atMs, event], index) => {
    const at = new Date(answeredAtMs + atMs).toISOString();
    const stored = { ...event, callId, seq: index + 1, at } as CallEvent;
    return receiveEnvelope(state, { event: stored, prevSeq: index });
  }, createCallState(callId));
}

/** An offer for a segment; of a card when one is named. */
export function offer(segmentId: SegmentId, given: Partial<Suggestion> & { cardId?: string } = {}) {
  const { cardId, ...rest } = given;
  const suggestion = genericSuggestion({ callId, segmentId });
  const source = cardId
    ? ({ kind: 'playbook', name: 'Guide', cardId } as const)
    : suggestion.source;
  return newEvent('suggestion.offered', { ...suggestion, source, ...rest });
}
