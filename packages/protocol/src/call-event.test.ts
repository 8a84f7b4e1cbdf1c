import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  audienceOf,
  type CallEventType,
  callEvent,
  callEventData,
  callEventEnvelope,
} from './call-event.ts';
import { callEventEnvelopeSchema, callEventSchema } from './call-event-schema.ts';

const agentId = '0b0b5c1e-58a5-4dfb-9f5e-1f1d2c6d0a01';

/** One valid payload of each type. */
const samples: Record<CallEventType, object> = {
  'call.queued': { customerName: 'Maria Santos', transcribed: true },
  'call.offered': { agentId },
  'call.offer-declined': { agentId },
  'call.offer-expired': { agentId },
  'call.accepted': { agentId, agentName: 'Alex' },
  'call.abandoned': { reason: 'customer-left', waitedMs: 0 },
  'call.held': {},
  'call.resumed': {},
  'call.ended': { reason: 'agent-hung-up' },
  'call.rated': { score: 5, comment: '' },
  'call.wrapped-up': { disposition: 'resolved', notes: '', wrapUpMs: 1 },
  'participant.joined': { speaker: 'customer' },
  'participant.left': { speaker: 'agent' },
  'segment.final': {
    segmentId: randomUUID(),
    speaker: 'customer',
    startMs: 0,
    endMs: 800,
    text: 'Yes.',
    language: 'en',
    meanLogProbability: null,
  },
  'transcript.gap': { speaker: 'agent', startMs: 0, endMs: 10, reason: 'buffer-full' },
  'transcription.changed': { status: 'off', delayMs: 0 },
  'chat.message': { messageId: randomUUID(), from: 'agent', text: '<b>hi</b>' },
  'suggestion.offered': {
    suggestionId: randomUUID(),
    segmentId: randomUUID(),
    suggestion: 'Offer express or a refund.',
    reasoning: 'The order is late.',
    action: 'offer_refund',
    confidence: 0.86,
    source: { kind: 'playbook', name: 'Delivery policy', cardId: 'delivery-delay' },
    important: true,
  },
  'suggestion.accepted': { suggestionId: randomUUID(), how: 'chat' },
  'suggestion.edited': { suggestionId: randomUUID(), text: 'We can send it today.' },
  'suggestion.dismissed': { suggestionId: randomUUID() },
  'suggestion.marked-wrong': { suggestionId: randomUUID() },
  'suggestion.expired': { suggestionId: randomUUID(), reason: 'moved-on' },
  'suggestion.density-changed': { density: 'important' },
  'assist.changed': { model: 'late', reason: 'timeout' },
  'sentiment.scored': {
    segmentId: randomUUID(),
    score: -0.7,
    label: 'negative',
    confidence: 0.8,
    source: 'lexicon',
  },
  'sentiment.alerted': { segmentId: randomUUID(), score: -0.7, advice: 'Slow down.' },
  'customer.linked': { customerId: 'c-1', by: 'match' },
  'order.mentioned': { segmentId: randomUUID(), orderNumber: '4521', customerId: 'c-1' },
};

const stored = (type: unknown, data: unknown) => ({
  eventId: randomUUID(),
  callId: randomUUID(),
  seq: 1,
  at: '2026-11-23T09:00:00.000Z',
  actor: 'system',
  type,
  data,
});

test('every type has a sample here and comes through as it is', () => {
  expect(Object.keys(samples).toSorted()).toEqual(Object.keys(callEventData).toSorted());
  for (const [type, data] of Object.entries(samples)) {
    const event = stored(type, data);
    expect(v.parse(callEvent, event), type).toEqual(event);
    expect(callEventSchema.parse(event), type).toEqual(event);
  }
});

test('a payload without one of its fields, or with null or an object in its place, is refused', () => {
  const nullable = ['meanLogProbability', 'reason', 'customerId'];
  // Customers do not get it.
  const leftOut = ['call.accepted without agentId'];
  for (const [type, data] of Object.entries(samples)) {
    for (const field of Object.keys(data)) {
      const { [field]: _, ...without } = data as Record<string, unknown>;
      const what = `${type} without ${field}`;
      expect(v.is(callEvent, stored(type, without)), what).toBe(leftOut.includes(what));
      for (const instead of [{}, [], ...(nullable.includes(field) ? [] : [null])]) {
        const spoilt = stored(type, { ...data, [field]: instead });
        expect(v.is(callEvent, spoilt), `${type} with ${field} spoilt`).toBe(false);
      }
    }
  }
});

test('no payload passes for another type unless it fits it', () => {
  for (const type of Object.keys(samples) as CallEventType[]) {
    for (const data of Object.values(samples)) {
      const isOfType = v.is(callEventData[type], data);
      expect(v.is(callEvent, stored(type, data))).toBe(isOfType);
      expect(callEventSchema.safeParse(stored(type, data)).success).toBe(isOfType);
    }
  }
});

test('fields that are not part of a payload do not get through', () => {
  for (const data of ['{ "note": "secret" }', '{ "__proto__": { "note": "secret" } }']) {
    const event = callEventSchema.parse(stored('call.held', JSON.parse(data)));
    expect(Object.getOwnPropertyNames(event.data)).toEqual([]);
    expect(event.data).not.toHaveProperty('note');
  }
});

test('an issue in a payload names its place', () => {
  const result = callEventSchema.safeParse(stored('call.rated', { score: 6, comment: '' }));
  expect(result.error?.issues.map(({ path }) => path.join('.'))).toEqual(['data.score']);
});

test('no issue quotes what a payload holds', () => {
  const said = 'my card is 4111';
  for (const [type, data] of Object.entries(samples)) {
    const fields = Object.keys(data);
    const spoilt = Object.fromEntries(fields.map((field) => [field, said]));
    const { error } = callEventSchema.safeParse(stored(type, fields.length > 0 ? spoilt : said));
    expect(error?.issues.length, type).toBeGreaterThan(0);
    expect(error?.message, type).not.toContain(said);
  }
});

test('unknown types, missing payloads and bad numbers are refused', () => {
  const refused = [
    ...['call.teleported', 'toString', '__proto__', 'constructor', null, 7].map((type) =>
      stored(type, {}),
    ),
    stored('call.rated', undefined),
    stored('call.held', []),
    stored('call.held', 'text'),
    { ...stored('call.held', {}), seq: 0 },
    { ...stored('call.held', {}), seq: 1.5 },
    { ...stored('call.held', {}), at: 'yesterday' },
    { ...stored('call.held', {}), callId: 'room-1' },
    { ...stored('call.held', {}), actor: 'supervisor' },
    stored('segment.final', { ...samples['segment.final'], text: '' }),
    stored('segment.final', { ...samples['segment.final'], startMs: -1 }),
    null,
    [],
  ];
  for (const event of refused) {
    expect(v.is(callEvent, event)).toBe(false);
    expect(callEventSchema.safeParse(event).success).toBe(false);
  }
});

test('words of a suggestion are trimmed', () => {
  const suggestion = { ...samples['suggestion.offered'], suggestion: ' Offer express. ' };
  const { data } = v.parse(callEvent, stored('suggestion.offered', suggestion));
  expect(data).toMatchObject({ suggestion: 'Offer express.' });
});

test('an envelope names the event before, or 0', () => {
  const event = stored('call.held', {});
  expect(v.parse(callEventEnvelope, { event, prevSeq: 0 })).toEqual({ event, prevSeq: 0 });
  expect(callEventEnvelopeSchema.parse({ event, prevSeq: 0 })).toEqual({ event, prevSeq: 0 });
  expect(callEventEnvelopeSchema.safeParse({ event, prevSeq: -1 }).success).toBe(false);
  expect(callEventEnvelopeSchema.safeParse({ event }).success).toBe(false);
});

test('what agents do with offers, ratings and wrap-up is not for customers; the rest is', () => {
  const staff = (Object.keys(samples) as CallEventType[]).filter((type) => {
    return audienceOf(type) === 'staff';
  });
  expect(staff.toSorted()).toEqual([
    'assist.changed',
    'call.offer-declined',
    'call.offer-expired',
    'call.offered',
    'call.rated',
    'call.wrapped-up',
    'customer.linked',
    'order.mentioned',
    'sentiment.alerted',
    'sentiment.scored',
    'suggestion.accepted',
    'suggestion.density-changed',
    'suggestion.dismissed',
    'suggestion.edited',
    'suggestion.expired',
    'suggestion.marked-wrong',
    'suggestion.offered',
  ]);
});
