import { randomUUID } from 'node:crypto';
import type { CallEvent, CallEventEnvelope, DataMessage, SegmentId, Side } from '@agent/protocol';
import { aCallId } from '@agent/testing/ids';
import type { ObservedCall } from './observed-call.ts';

/** When a test call was answered, in epoch ms. */
export const ANSWERED_AT_MS = 1_000_000;
/** When its sound started. */
export const SOUND_START_MS = ANSWERED_AT_MS + 2000;

const callId = aCallId();

/** A call with a turn of the agent ("Good morning James", 1–2 s) and one of the customer ("I pay 29 dollars", 3–5 s). */
export function testCall(): ObservedCall {
  return {
    callId,
    script: {
      name: 'test',
      durationMs: 6000,
      wavPaths: { customer: '', agent: '' },
      turns: [
        {
          speaker: 'agent',
          startMs: 1000,
          endMs: 2000,
          text: 'Good morning James.',
          heardWords: [
            { word: 'Good', startMs: 1000, endMs: 1300 },
            { word: 'morning,', startMs: 1300, endMs: 1600 },
            { word: 'James.', startMs: 1600, endMs: 1950 },
          ],
        },
        {
          speaker: 'customer',
          startMs: 3000,
          endMs: 5000,
          text: 'I pay twenty nine dollars.',
          heardWords: [
            { word: 'I', startMs: 3000, endMs: 3200 },
            { word: 'pay', startMs: 3200, endMs: 3700 },
            { word: '$29.', startMs: 3700, endMs: 4900 },
          ],
        },
      ],
    },
    answeredAtMs: ANSWERED_AT_MS,
    soundStartMs: { customer: SOUND_START_MS, agent: SOUND_START_MS },
    received: { customer: [], agent: [] },
    log: [],
    publisherStalledMs: 0,
  };
}

/** Where a segment lies in the recording, and what it says. */
export interface TestSegment {
  segmentId: SegmentId;
  speaker: Side;
  startMs: number;
  endMs: number;
  text: string;
}

/** Lets both sides receive a provisional text at a time of the recording. */
export function hearInterim(call: ObservedCall, atMs: number, segment: TestSegment): void {
  const { text, ...rest } = inCallTime(segment);
  deliver(call, atMs, {
    kind: 'interim',
    callId,
    segment: { ...rest, revision: 1, stable: '', tail: text },
  });
}

/** Lets both sides receive a final text, and the log keep it. */
export function hearFinal(call: ObservedCall, atMs: number, segment: TestSegment): void {
  const envelope = finalEnvelope(call, segment);
  call.log.push(envelope);
  deliver(call, atMs, { kind: 'event', callId, envelope });
}

/** A final segment as the log would keep it next. */
export function finalEnvelope(call: ObservedCall, segment: TestSegment): CallEventEnvelope {
  const data = { ...inCallTime(segment), language: 'en', meanLogProbability: null };
  return envelopeOf(call, { type: 'segment.final', data } as Partial<CallEvent>);
}

/** An event with everything that does not matter filled in. */
export function envelopeOf(call: ObservedCall, event: Partial<CallEvent>): CallEventEnvelope {
  const seq = call.log.length + 1;
  const at = '2026-11-23T20:00:00Z';
  const whole = { eventId: randomUUID(), callId, seq, at, actor: 'bot', ...event } as CallEvent;
  return { event: whole, prevSeq: seq - 1 };
}

function inCallTime(segment: TestSegment): TestSegment {
  const offset = SOUND_START_MS - ANSWERED_AT_MS;
  return { ...segment, startMs: segment.startMs + offset, endMs: segment.endMs + offset };
}

function deliver(call: ObservedCall, atMs: number, message: DataMessage): void {
  for (const side of ['customer', 'agent'] as const) {
    call.received[side].push({ atMs: SOUND_START_MS + atMs, message });
  }
}
