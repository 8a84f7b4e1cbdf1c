import { randomUUID } from 'node:crypto';
import type { NewCallEvent } from '@agent/protocol';
import { expect, test } from 'vitest';
import { appendCallEvent, envelopeFor, readCallEvents } from './call-events.ts';
import { findCall } from './calls.ts';
import { chat, newActiveCall, newCall, useStore } from './test-support/store.ts';

const store = useStore();
const all = { audience: 'staff', afterSeq: 0, limit: 1000 } as const;

const rated: NewCallEvent = {
  eventId: randomUUID(),
  actor: 'customer',
  type: 'call.rated',
  data: { score: 4, comment: '' },
};

function segment(segmentId: string = randomUUID()): NewCallEvent {
  return {
    eventId: segmentId,
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

test('a customer reads public events only, and each names the public one before it', async () => {
  const { call } = await newActiveCall(store.db);
  await appendCallEvent(store.db, call.id, chat());
  const hidden = await appendCallEvent(store.db, call.id, rated);
  const shown = await appendCallEvent(store.db, call.id, chat());
  expect(envelopeFor('public', hidden)).toBeUndefined();
  expect(envelopeFor('staff', hidden)).toEqual({ event: hidden.event, prevSeq: 4 });
  expect(envelopeFor('public', shown)).toEqual({ event: shown.event, prevSeq: 4 });
  await appendCallEvent(store.db, call.id, { ...rated, eventId: randomUUID() });
  const page = await readCallEvents(store.db, call.id, { ...all, audience: 'public' });
  expect(page.envelopes.map(({ event, prevSeq }) => [prevSeq, event.seq, event.type])).toEqual([
    [0, 1, 'call.queued'],
    [1, 3, 'call.accepted'],
    [3, 4, 'chat.message'],
    [4, 6, 'chat.message'],
  ]);
  expect(page.lastSeq).toBe(6);
  expect((await readCallEvents(store.db, call.id, all)).lastSeq).toBe(7);
  expect(await findCall(store.db, call.id)).toMatchObject({ lastSeq: 7, lastPublicSeq: 6 });
});

test('a page starts after a seq and holds no more than asked for', async () => {
  const { id } = await newCall(store.db);
  for (let index = 0; index < 5; index++) await appendCallEvent(store.db, id, chat());
  const page = await readCallEvents(store.db, id, { ...all, afterSeq: 2, limit: 3 });
  expect(page.envelopes.map(({ event }) => event.seq)).toEqual([3, 4, 5]);
  expect(page.lastSeq).toBe(6);
});

test('an unknown call has no events and takes none', async () => {
  const unknown = randomUUID();
  expect(await readCallEvents(store.db, unknown, all)).toEqual({ envelopes: [], lastSeq: 0 });
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
