import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { AppendedEvent } from './appended-event.ts';
import { audienceOf, type CallEvent, type CallEventType } from './call-event.ts';
import { decodeDataMessage } from './data-message.ts';
import { fanOut } from './fan-out.ts';
import { callIdSchema, eventIdSchema, suggestionIdSchema } from './id-schema.ts';
import { readersOf } from './reader.ts';
import { eventSamples, storedEvent } from './test-support/event-samples.ts';

const callId = callIdSchema.parse(randomUUID());
const readers = readersOf({ customerIdentity: 'the-customer', agentIdentity: 'the-agent' });

function chat(text: string): AppendedEvent {
  const messageId = randomUUID();
  const data = { messageId, from: 'agent', text } as const;
  const at = '2026-11-23T09:00:00.000Z';
  const event: CallEvent = {
    ...{ eventId: eventIdSchema.parse(messageId), callId, seq: 9, at, actor: 'agent' },
    ...{ type: 'chat.message', data },
  };
  return { event, publicSeq: 4 };
}

test('a call that nobody has answered has its customer alone to tell', () => {
  expect(readersOf({ customerIdentity: 'the-customer', agentIdentity: null })).toEqual([
    { role: 'customer', audience: 'public', identity: 'the-customer' },
  ]);
});

test('each reader gets a message of its own, counted as it counts', () => {
  const told = fanOut(callId, chat('Hello'), readers).map(({ reader, bytes }) => {
    const message = decodeDataMessage(bytes ?? new Uint8Array());
    const envelope = message?.kind === 'event' ? message.envelope : undefined;
    return [reader.identity, envelope?.event.seq, envelope?.prevSeq];
  });
  expect(told).toEqual([
    ['the-customer', 4, 3],
    ['the-agent', 9, 8],
  ]);
});

test('what customers may not see is sent to staff alone', () => {
  const { event } = chat('Hello');
  const forStaff: AppendedEvent = {
    event: {
      ...event,
      type: 'suggestion.expired',
      data: { suggestionId: suggestionIdSchema.parse(randomUUID()), reason: 'moved-on' },
    } as CallEvent,
    publicSeq: null,
  };
  const told = fanOut(callId, forStaff, readers).map(({ reader }) => reader.role);
  expect(told).toEqual(['agent']);
});

test('what LiveKit would not deliver is left for the reader to fetch', () => {
  const told = fanOut(callId, chat('x'.repeat(16_000)), readers);
  expect(told.map(({ bytes }) => bytes)).toEqual([undefined, undefined]);
});

test.each(Object.keys(eventSamples) as CallEventType[])('%s reaches whom it is for', (type) => {
  const event = { ...storedEvent(type, eventSamples[type]), callId, seq: 9 } as CallEvent;
  const isPublic = audienceOf(type) === 'public';
  const told = fanOut(callId, { event, publicSeq: isPublic ? 4 : null }, readers);
  const seqs = told.map(({ reader, bytes }) => {
    const message = decodeDataMessage(bytes ?? new Uint8Array());
    expect(message).toMatchObject({ kind: 'event', callId, envelope: { event: { type } } });
    return [reader.role, message?.kind === 'event' && message.envelope.event.seq];
  });
  expect(seqs).toEqual(
    isPublic
      ? [
          ['customer', 4],
          ['agent', 9],
        ]
      : [['agent', 9]],
  );
});

test('nobody is told of a call that nobody reads', () => {
  expect(fanOut(callId, chat('Hello'), [])).toEqual([]);
});
