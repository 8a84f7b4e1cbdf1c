import { type CallState, createCallState, receiveEnvelopes } from '@agent/calls';
import type {
  CallEvent,
  CallEventData,
  CallEventEnvelope,
  CallEventType,
  Speaker,
  Suggestion,
} from '@agent/protocol';
import { aCallId, aSegmentId, aSuggestionId, aUserId } from './ids.ts';

/** The call of a fake log. */
export const fakeCallId = aCallId('0193d5d2-8a4e-4a3e-9c39-0d3c4f6f1a10');
const answeredAtMs = Date.parse('2026-11-23T10:01:00.000Z');

/** An id that a test can read: `fakeUuid(7)`. */
export function fakeUuid(n: number): string {
  return `0193d5d2-8a4e-4a3e-9c39-${String(n).padStart(12, '0')}`;
}

/** A suggestion; what a test cares about is given. */
export function fakeSuggestion(part: Partial<Suggestion> = {}): Suggestion {
  return {
    suggestionId: aSuggestionId(fakeUuid(1)),
    segmentId: aSegmentId(fakeUuid(100)),
    suggestion: 'I can send it again by express, or refund it.',
    reasoning: 'The order is late.',
    action: 'offer_refund',
    confidence: 0.86,
    source: { kind: 'playbook', name: 'Late deliveries', cardId: 'delivery-delay' },
    important: false,
    ...part,
  };
}

/** The log of an answered call as its agent reads it; the customer has not agreed to be recorded. */
export function fakeLog({ recorded = false } = {}) {
  const envelopes: CallEventEnvelope[] = [];
  const append = <T extends CallEventType>(type: T, data: CallEventData<T>, atMs = 0) => {
    const seq = envelopes.length + 1;
    const event = {
      eventId: fakeUuid(10_000 + seq),
      callId: fakeCallId,
      seq,
      at: new Date(answeredAtMs + atMs).toISOString(),
      actor: 'system',
      type,
      data,
    } as unknown as CallEvent;
    const envelope = { event, prevSeq: seq - 1 };
    envelopes.push(envelope);
    return envelope;
  };
  /** Somebody said something; a score makes it the customer's sentiment. */
  const say = (speaker: Speaker, n: number, score?: number) => {
    const segmentId = aSegmentId(fakeUuid(n));
    const words = { text: `Sentence ${n}.`, language: 'en', meanLogProbability: null };
    append('segment.final', { segmentId, speaker, startMs: n * 10, endMs: n * 10 + 5, ...words });
    if (score === undefined) return;
    const label = score < -0.3 ? 'negative' : 'neutral';
    append('sentiment.scored', { segmentId, score, label, confidence: 0.9, source: 'lexicon' });
  };
  append('call.queued', { customerName: 'Maria Santos', transcribed: true, recorded });
  append('call.accepted', { agentId: aUserId(fakeUuid(900)), agentName: 'Alex Agent' });
  return {
    envelopes,
    append,
    say,
    state: (): CallState => receiveEnvelopes(createCallState(fakeCallId), envelopes),
    /** The page that the server gives. */
    page: () => ({ envelopes, lastSeq: envelopes.length }),
  };
}
