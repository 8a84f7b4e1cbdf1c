import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  audienceOf,
  type CallEvent,
  type CallEventType,
  callEvent,
  callEventData,
} from './call-event.ts';
import { callIdSchema, eventIdSchema, userIdSchema } from './id-schema.ts';
import { publicEvent } from './public-event.ts';

const id = '0b0b5c1e-58a5-4dfb-9f5e-1f1d2c6d0a01';
const accepted: CallEvent<'call.accepted'> = {
  eventId: eventIdSchema.parse(id),
  callId: callIdSchema.parse(id),
  seq: 7,
  at: '2026-11-23T09:00:00.000Z',
  actor: 'agent',
  type: 'call.accepted',
  data: { agentId: userIdSchema.parse(id), agentName: 'Alex van Agent' },
};

/** All that customers get of each public event. One that is new here is for them only if it has to be. */
const shown = {
  'call.queued': ['customerName', 'queue', 'recorded', 'transcribed'],
  'call.accepted': ['agentName'],
  'call.abandoned': ['reason', 'waitedMs'],
  'call.requeued': ['reason'],
  'call.held': [],
  'call.resumed': [],
  'call.ended': ['lostMs', 'reason'],
  'participant.joined': ['speaker'],
  'participant.left': ['speaker'],
  'segment.final': [
    ...['endMs', 'language', 'meanLogProbability', 'segmentId', 'speaker', 'startMs', 'text'],
  ],
  'transcript.gap': ['endMs', 'reason', 'speaker', 'startMs'],
  'transcription.changed': ['delayMs', 'status'],
  'recording.started': ['fromMs'],
  'recording.paused': [],
  'recording.resumed': [],
  'recording.lost': ['endMs', 'reason', 'startMs'],
  'supervisor.joined': ['joinId', 'name'],
  'supervisor.left': ['joinId'],
  'chat.message': ['from', 'messageId', 'text'],
} satisfies Partial<Record<CallEventType, string[]>>;

test('a customer gets what is listed here of each public event, and nothing else', () => {
  const types = (Object.keys(callEventData) as CallEventType[]).filter(
    (type) => audienceOf(type) === 'public',
  );
  const fields = types.map((type) => {
    const schema: object = callEventData[type];
    const entries = 'entries' in schema ? Object.keys(schema.entries as object) : [];
    const data = Object.fromEntries(entries.map((name) => [name, 'a b']));
    const { data: told } = publicEvent({ ...accepted, type, data } as CallEvent, 1);
    return [type, Object.keys(told).sort()];
  });
  expect(Object.fromEntries(fields)).toEqual(shown);
});

test('customers are not told what was heard in the place of a term', () => {
  const data = { text: 'My Orphelia', corrections: [{ from: 'Arphelia', to: 'Orphelia', at: 3 }] };
  const event = { ...accepted, type: 'segment.final', data } as unknown as CallEvent;
  expect(publicEvent(event, 2).data).toEqual({ text: 'My Orphelia' });
});

test('the agent is called by its first name, and the event is counted among the public ones', () => {
  const event = publicEvent(accepted, 2);
  expect(event).toEqual({ ...accepted, seq: 2, data: { agentName: 'Alex' } });
  expect(v.is(callEvent, event)).toBe(true);
});
