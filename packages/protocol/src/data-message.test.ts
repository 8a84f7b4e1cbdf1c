import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type DataMessage,
  decodeDataMessage,
  encodeDataMessage,
  MAX_DATA_MESSAGE_BYTES,
} from './data-message.ts';

const callId = randomUUID();

const interim: DataMessage = {
  kind: 'interim',
  callId,
  segment: {
    segmentId: randomUUID(),
    speaker: 'agent',
    revision: 3,
    startMs: 1200,
    endMs: 2400,
    stable: 'Thank you for ',
    tail: 'calling 😀',
  },
};

const bytes = (text: string) => new TextEncoder().encode(text);

test('each kind of message comes out as it went in', () => {
  const event = {
    eventId: randomUUID(),
    callId,
    seq: 4,
    at: '2026-11-23T09:00:00.000Z',
    actor: 'agent',
    type: 'call.held',
    data: {},
  } as const;
  const messages: DataMessage[] = [
    interim,
    { kind: 'event', callId, envelope: { event, prevSeq: 3 } },
    { kind: 'interim-withdrawn', callId, segmentId: randomUUID() },
    { kind: 'transcription-lag', callId, delayMs: 4000 },
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
