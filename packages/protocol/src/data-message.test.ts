import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DATA_TOPIC,
  type DataMessage,
  decodeDataMessage,
  encodeDataMessage,
  encodeToSend,
  MAX_DATA_MESSAGE_BYTES,
} from './data-message.ts';
import { callIdSchema, eventIdSchema, segmentIdSchema, suggestionIdSchema } from './id-schema.ts';
import { stillTaken } from './test-support/spoilt.ts';

const callId = callIdSchema.parse(randomUUID());

const interim: DataMessage = {
  kind: 'interim',
  callId,
  segment: {
    segmentId: segmentIdSchema.parse(randomUUID()),
    speaker: 'agent',
    revision: 3,
    startMs: 1200,
    endMs: 2400,
    stable: 'Thank you for ',
    tail: 'calling 😀',
  },
};

const draft = {
  suggestionId: suggestionIdSchema.parse(randomUUID()),
  segmentId: segmentIdSchema.parse(randomUUID()),
  source: { kind: 'model', name: 'a-model', cardId: null },
  revision: 1,
  suggestion: 'Let me look',
  reasoning: '',
} as const;

const bytes = (text: string) => new TextEncoder().encode(text);

test('each kind of message comes out as it went in', () => {
  const event = {
    eventId: eventIdSchema.parse(randomUUID()),
    callId,
    seq: 4,
    at: '2026-11-23T09:00:00.000Z',
    actor: 'agent',
    type: 'call.held',
    data: {},
  } as const;
  const messages: DataMessage[] = [
    interim,
    { ...interim, segment: { ...interim.segment, revision: 1 } },
    { kind: 'event', callId, envelope: { event, prevSeq: 3 } },
    { kind: 'interim-withdrawn', callId, segmentId: segmentIdSchema.parse(randomUUID()) },
    { kind: 'transcription-lag', callId, delayMs: 4000 },
    { kind: 'suggestion-draft', callId, draft },
    { kind: 'suggestion-withdrawn', callId, suggestionId: suggestionIdSchema.parse(randomUUID()) },
  ];
  for (const message of messages) {
    expect(decodeDataMessage(encodeDataMessage(message))).toEqual(message);
  }
});

test('whatever bytes arrive, reading them does not throw', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (payload) => {
      expect(decodeDataMessage(payload)).toBeUndefined();
    }),
  );
});

test('valid JSON that is no message of ours is nothing', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(decodeDataMessage(bytes(json))).toBeUndefined();
    }),
  );
  const { callId: _, ...withoutCall } = interim;
  expect(decodeDataMessage(bytes(JSON.stringify(withoutCall)))).toBeUndefined();
  for (const kind of ['final', 'toString', '__proto__', 'constructor', null, 7, undefined]) {
    expect(decodeDataMessage(bytes(JSON.stringify({ ...interim, kind })))).toBeUndefined();
  }
  const revision = { ...interim, segment: { ...interim.segment, revision: 0 } };
  expect(decodeDataMessage(bytes(JSON.stringify(revision)))).toBeUndefined();
});

test('fields that are not part of a message do not get through', () => {
  const more = { ...interim, note: 'secret', segment: { ...interim.segment, note: 'secret' } };
  expect(decodeDataMessage(bytes(JSON.stringify(more)))).toEqual(interim);
});

test('a segment of 12 s of fast speech stays far below what LiveKit delivers', () => {
  const tail = 'incomprehensibilities '.repeat(60);
  const message = { ...interim, segment: { ...interim.segment, tail } };
  expect(encodeDataMessage(message).byteLength).toBeLessThan(MAX_DATA_MESSAGE_BYTES / 4);
});

test('no field of a message may be missing, null or of another kind', () => {
  const messages: DataMessage[] = [
    interim,
    { kind: 'interim-withdrawn', callId, segmentId: segmentIdSchema.parse(randomUUID()) },
    { kind: 'transcription-lag', callId, delayMs: 0 },
    {
      kind: 'suggestion-draft',
      callId,
      draft: { ...draft, source: { ...draft.source, cardId: 'c' } },
    },
    { kind: 'suggestion-withdrawn', callId, suggestionId: suggestionIdSchema.parse(randomUUID()) },
  ];
  const isRead = (value: unknown) => decodeDataMessage(bytes(JSON.stringify(value))) !== undefined;
  for (const message of messages) {
    for (const spoiling of ['leftOut', 'object', 'list'] as const) {
      expect(stillTaken(isRead, message, spoiling), `${message.kind} ${spoiling}`).toEqual([]);
    }
    const nullable = message.kind === 'suggestion-draft' ? ['draft.source.cardId'] : [];
    expect(stillTaken(isRead, message, 'null'), message.kind).toEqual(nullable);
  }
});

test.each([
  ['revision', 0],
  ['suggestion', ''],
  ['suggestion', 'x'.repeat(601)],
  ['reasoning', 'x'.repeat(601)],
])('a draft never has %s %j', (field, value) => {
  const message = { kind: 'suggestion-draft', callId, draft: { ...draft, [field]: value } };
  expect(decodeDataMessage(bytes(JSON.stringify(message)))).toBeUndefined();
});

test('bytes that are no text, or cut off in the middle of a message, are nothing', () => {
  const whole = encodeDataMessage(interim);
  for (let length = 0; length < whole.length; length += 1) {
    expect(decodeDataMessage(whole.subarray(0, length))).toBeUndefined();
  }
  expect(decodeDataMessage(Uint8Array.from([0xff, 0xfe, ...whole]))).toBeUndefined();
});

test('a message is sent as long as LiveKit delivers it, to the byte', () => {
  const { length } = encodeDataMessage({ ...interim, segment: { ...interim.segment, tail: '' } });
  const ofBytes = (count: number): DataMessage => {
    const tail = 'x'.repeat(count - length);
    return { ...interim, segment: { ...interim.segment, tail } };
  };
  expect(encodeToSend(ofBytes(15 * 1024))).toHaveLength(15 * 1024);
  expect(encodeToSend(ofBytes(15 * 1024 + 1))).toBeUndefined();
});

test('characters count as the bytes they take', () => {
  const tail = 'é'.repeat(MAX_DATA_MESSAGE_BYTES / 2);
  expect(encodeToSend({ ...interim, segment: { ...interim.segment, tail } })).toBeUndefined();
});

test('browsers of an older page still find our messages under the same topic', () => {
  expect(DATA_TOPIC).toBe('call');
});
