import { type Audience, envelopeFor, type NewCallEvent, type SegmentId } from '@agent/protocol';
import { aCallId, anEventId, aSegmentId } from '@agent/testing/ids';
import { expect, test } from 'vitest';
import { findCall } from '../calls/calls.ts';
import { isStoreError } from '../database/store-error.ts';
import { chat, newActiveCall, newCall, useStore } from '../test-support/store.ts';
import { appendCallEvent } from './call-events.ts';
import { readCallEvents } from './read-call-events.ts';

const store = useStore();
const all = { audience: 'staff', afterSeq: 0, limit: 1000 } as const;

const rated: NewCallEvent = {
  eventId: anEventId(),
  actor: 'customer',
  type: 'call.rated',
  data: { score: 4, comment: '' },
};

function segment(segmentId: SegmentId = aSegmentId()): NewCallEvent {
  return {
    eventId: anEventId(segmentId),
    actor: 'bot',
    type: 'segment.final',
    data: {
      segmentId,
      speaker: 'agent',
      startMs: 10,
      endMs: 900,
      text: 'Good morning — how can I help? 😀',
      language: 'en',
      meanLogProbability: -0.31,
    },
  };
}

test('concurrent appends number the events of a call without holes', async () => {
  const { id } = await newCall(store.db);
  const other = await newCall(store.db);
  await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      appendCallEvent(store.db, index % 3 === 0 ? other.id : id, chat(`message ${index}`)),
    ),
  );
  const { envelopes, lastSeq } = await readCallEvents(store.db, id, all);
  expect(envelopes.map(({ event }) => event.seq)).toEqual(range(1, 41));
  expect(envelopes.map(({ prevSeq }) => prevSeq)).toEqual(range(0, 40));
  expect(lastSeq).toBe(41);
  expect((await readCallEvents(store.db, other.id, all)).lastSeq).toBe(21);
});

test('an event appended twice, even at once, is stored once and answered alike', async () => {
  const { id } = await newCall(store.db);
  const event = chat();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => appendCallEvent(store.db, id, event)),
  );
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect((await readCallEvents(store.db, id, all)).envelopes).toHaveLength(2);
});

test('an event comes back as it was stored', async () => {
  const { call } = await newActiveCall(store.db);
  const event = segment();
  const appended = await appendCallEvent(store.db, call.id, event);
  expect(appended.event).toMatchObject({ ...event, callId: call.id, seq: call.lastSeq + 1 });
  const page = await readCallEvents(store.db, call.id, { ...all, afterSeq: call.lastSeq });
  expect(page.envelopes).toEqual([{ event: appended.event, prevSeq: call.lastSeq }]);
});

test('the same id with another type, actor or payload is refused, and the log stays as it was', async () => {
  const { call } = await newActiveCall(store.db);
  const said = segment();
  const { event } = await appendCallEvent(store.db, call.id, said);
  if (said.type !== 'segment.final') throw new Error('It is a segment.');
  const others = [
    { ...chat(), eventId: said.eventId },
    { ...said, actor: 'agent' as const },
    { ...said, data: { ...said.data, text: 'Good morning.' } },
  ];
  for (const other of others) {
    const refusal = await appendCallEvent(store.db, call.id, other).catch((error) => error);
    expect(refusal).toMatchObject({ name: 'StoreError', reason: 'event-id-taken' });
    expect(isStoreError(refusal, 'event-id-taken')).toBe(true);
    expect(refusal.message).not.toContain('Good morning');
  }
  const page = await readCallEvents(store.db, call.id, { ...all, afterSeq: call.lastSeq });
  expect(page.envelopes.map((envelope) => envelope.event)).toEqual([event]);
  // Another call has ids of its own.
  const { id } = await newCall(store.db);
  await appendCallEvent(store.db, id, { ...chat(), eventId: said.eventId });
});

test('a customer reads public events only, counted as if there were no others', async () => {
  const { call } = await newActiveCall(store.db);
  await appendCallEvent(store.db, call.id, chat());
  const hidden = await appendCallEvent(store.db, call.id, rated);
  const shown = await appendCallEvent(store.db, call.id, chat());
  expect(envelopeFor('public', hidden)).toBeUndefined();
  expect(envelopeFor('staff', hidden)).toEqual({ event: hidden.event, prevSeq: 4 });
  expect(envelopeFor('staff', shown)).toEqual({ event: shown.event, prevSeq: 5 });
  const asPublic = { event: { ...shown.event, seq: 4 }, prevSeq: 3 };
  expect(envelopeFor('public', shown)).toEqual(asPublic);
  await appendCallEvent(store.db, call.id, { ...rated, eventId: anEventId() });
  const page = await readCallEvents(store.db, call.id, { ...all, audience: 'public' });
  expect(page.envelopes.map(({ event, prevSeq }) => [prevSeq, event.seq, event.type])).toEqual([
    [0, 1, 'call.queued'],
    [1, 2, 'call.accepted'],
    [2, 3, 'chat.message'],
    [3, 4, 'chat.message'],
  ]);
  expect(page).toMatchObject({ lastSeq: 4, throughSeq: 4 });
  const rest = await readCallEvents(store.db, call.id, { ...all, audience: 'public', afterSeq: 3 });
  expect(rest.envelopes).toEqual([asPublic]);
  expect((await readCallEvents(store.db, call.id, all)).lastSeq).toBe(7);
  expect(await findCall(store.db, call.id)).toMatchObject({ lastSeq: 7, lastPublicSeq: 4 });
});

test('a customer learns the first name of its agent, and no id', async () => {
  const { call, agentId } = await newActiveCall(store.db, {}, 'alex agent');
  const acceptedFor = async (audience: Audience) => {
    const { envelopes } = await readCallEvents(store.db, call.id, { ...all, audience });
    return envelopes.find(({ event }) => event.type === 'call.accepted')?.event.data;
  };
  expect(await acceptedFor('public')).toEqual({ agentName: 'alex' });
  expect(await acceptedFor('staff')).toEqual({ agentId, agentName: 'alex agent' });
});

test('a page starts after a seq and holds no more than asked for', async () => {
  const { id } = await newCall(store.db);
  for (let index = 0; index < 5; index++) await appendCallEvent(store.db, id, chat());
  const page = await readCallEvents(store.db, id, { ...all, afterSeq: 2, limit: 3 });
  expect(page.envelopes.map(({ event }) => event.seq)).toEqual([3, 4, 5]);
  expect(page.lastSeq).toBe(6);
});

test('an unknown call has no events and takes none', async () => {
  const unknown = aCallId();
  const nothing = { envelopes: [], lastSeq: 0, throughSeq: 0 };
  expect(await readCallEvents(store.db, unknown, all)).toEqual(nothing);
  await expect(appendCallEvent(store.db, unknown, chat())).rejects.toMatchObject({
    name: 'StoreError',
    reason: 'call-not-found',
  });
});

test('nothing said on a call without consent can be stored, chat can', async () => {
  const { call } = await newActiveCall(store.db, { transcribed: false });
  await expect(appendCallEvent(store.db, call.id, segment())).rejects.toMatchObject({
    reason: 'not-transcribed',
  });
  await appendCallEvent(store.db, call.id, chat());
  expect((await findCall(store.db, call.id))?.lastSeq).toBe(call.lastSeq + 1);
});

test('the log refuses every change', async () => {
  await newCall(store.db);
  const refusal = { code: '23001', message: 'call_events is append-only' };
  await expect(store.db`update call_events set actor = 'bot'`).rejects.toMatchObject(refusal);
  await expect(store.db`delete from call_events`).rejects.toMatchObject(refusal);
  await expect(store.db`truncate call_events`).rejects.toMatchObject(refusal);
});

test('an append inside a transaction that fails leaves no trace', async () => {
  const { id } = await newCall(store.db);
  const failing = store.db.begin(async (tx) => {
    await appendCallEvent(tx, id, chat());
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await readCallEvents(store.db, id, all)).toMatchObject({ lastSeq: 1 });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
