import type { CallId, CustomerId } from '@agent/protocol';
import { aCustomerId, anEventId, aSegmentId, aSuggestionId, aUserId } from '@agent/testing/ids';
import { expect, test } from 'vitest';
import { abandonCall, endCall } from '../calls/call-endings.ts';
import { rateCall } from '../calls/calls.ts';
import { offerNextCalls } from '../calls/dispatch.ts';
import { holdCall } from '../calls/hold.ts';
import { acceptOffer, declineOffer } from '../calls/offers.ts';
import { requeueCallOfAgent } from '../calls/requeue.ts';
import { closeInAbsence, finishWrapUp } from '../calls/wrap-up.ts';
import { linkCustomer } from '../customers/customer-link.ts';
import { appendCallEvent } from '../log/call-events.ts';
import { eraseCall } from '../retention/erase-calls.ts';
import { forgetFigures } from '../retention/forget-figures.ts';
import { differencesOfFacts, storedFacts } from '../test-support/facts.ts';
import { indexAll, newSession } from '../test-support/sessions.ts';
import {
  age,
  newActiveCall,
  newAgent,
  newCall,
  offerOptions,
  useStore,
} from '../test-support/store.ts';
import { rebuildFacts } from './rebuild-facts.ts';

const store = useStore();
const resolved = { disposition: 'resolved', notes: '' } as const;

async function repeatedOf(callId: CallId): Promise<unknown> {
  return (await storedFacts(store.db, callId))?.repeated;
}

/** A call of this customer that is over, was resolved, and was queued so many days ago. */
async function resolvedCall(customerId: CustomerId, daysAgo: number): Promise<CallId> {
  const { call, agentId } = await newActiveCall(store.db);
  await age(store.db, call.id, 'queued_at', daysAgo * 86_400_000);
  await linkCustomer(store.db, call.id, { customerId, by: 'match' });
  await endCall(store.db, call.id, 'customer-hung-up');
  await finishWrapUp(store.db, call.id, resolved);
  await store.db`delete from agent_states where agent_id = ${agentId}`;
  return call.id;
}

test('a call has its facts from the moment it waits until it is rated', async () => {
  const { id } = await newCall(store.db);
  expect(await storedFacts(store.db, id)).toMatchObject({
    ...{
      outcome: 'open',
      queueId: 'main',
      waitMs: null,
      offers: 0,
      filedAs: '',
      targetSeconds: 20,
    },
  });
  const first = await newAgent(store.db);
  await offerNextCalls(store.db, offerOptions);
  await declineOffer(store.db, id, first);
  expect(await storedFacts(store.db, id)).toMatchObject({ offers: 1, offersDeclined: 1 });
  const agentId = await newAgent(store.db);
  await offerNextCalls(store.db, offerOptions);
  await age(store.db, id, 'queued_at', 30_000);
  const taken =
    (await acceptOffer(store.db, id, agentId)) ?? (await acceptOffer(store.db, id, first));
  expect(await storedFacts(store.db, id)).toMatchObject({
    ...{ outcome: 'answered', agentId: taken?.call.agentId, offers: 2, overTarget: true },
  });
  await age(store.db, id, 'answered_at', 60_000);
  await holdCall(store.db, id);
  await endCall(store.db, id, 'agent-hung-up');
  const ended = await storedFacts(store.db, id);
  expect(Number(ended?.talkMs) + Number(ended?.holdMs)).toBeGreaterThanOrEqual(60_000);
  expect(ended).toMatchObject({ holds: 1, wrapUpMs: null, closedAt: null });
  await finishWrapUp(store.db, id, resolved);
  await rateCall(store.db, id, { score: 5, comment: 'thanks' });
  expect(await storedFacts(store.db, id)).toMatchObject({
    ...{ disposition: 'resolved', resolves: true, repeated: null, rating: 5, filedAs: 'resolved' },
  });
  expect(await differencesOfFacts(store.db, id)).toEqual([]);
});

test('who left was never answered, and the system chooses no outcome', async () => {
  const left = await newCall(store.db);
  await age(store.db, left.id, 'queued_at', 30_000);
  await abandonCall(store.db, left.id, 'customer-left');
  expect(await storedFacts(store.db, left.id)).toMatchObject({
    ...{ outcome: 'abandoned', overTarget: true, agentId: null, filedAs: 'abandoned' },
  });
  const { call } = await newActiveCall(store.db);
  await endCall(store.db, call.id, 'agent-lost');
  await age(store.db, call.id, 'agent_seen_at', 60_000);
  await closeInAbsence(store.db, call.id, { silentMs: 1 });
  expect(await storedFacts(store.db, call.id)).toMatchObject({
    ...{ closedBy: 'system', disposition: 'other', resolves: null, repeated: null },
  });
});

test('a call whose agent had to leave keeps its first answer, and whoever had it last', async () => {
  const { call, agentId } = await newActiveCall(store.db);
  await age(store.db, call.id, 'answered_at', 60_000);
  await store.db.begin(async (tx) => {
    await tx`update users set disabled = true where id = ${agentId}`;
    return requeueCallOfAgent(tx, agentId);
  });
  expect(await storedFacts(store.db, call.id)).toMatchObject({ outcome: 'answered', agentId });
  await abandonCall(store.db, call.id, 'customer-left');
  const facts = await storedFacts(store.db, call.id);
  expect(facts).toMatchObject({ outcome: 'answered', agentId, filedAs: '', wrapUpMs: null });
  expect(Number(facts?.talkMs)).toBeGreaterThanOrEqual(60_000);
  expect(await differencesOfFacts(store.db, call.id)).toEqual([]);
});

test('another meaning of an outcome does not rewrite what was resolved', async () => {
  const { callId } = await newSession(store.db);
  await store.db`update queue_outcomes set resolves = false where queue_id = 'main' and id = 'resolved'`;
  try {
    await rateCall(store.db, callId, { score: 1, comment: '' });
    expect(await storedFacts(store.db, callId)).toMatchObject({ resolves: true, rating: 1 });
  } finally {
    await store.db`update queue_outcomes set resolves = true where queue_id = 'main' and id = 'resolved'`;
  }
});

test('a customer who calls again within 7 days was not helped at first; later, or somebody else, was', async () => {
  const [ada, bob] = [aCustomerId('ada'), aCustomerId('bob')];
  const old = await resolvedCall(ada, 9);
  const before = await resolvedCall(ada, 6);
  const other = await resolvedCall(bob, 1);
  expect(await repeatedOf(before)).toBe(false);
  const { id } = await newCall(store.db);
  await linkCustomer(store.db, id, { customerId: ada, by: 'match' });
  expect(await Promise.all([old, before, other].map(repeatedOf))).toEqual([true, true, false]);
  // The agent sees that it is Bob.
  await linkCustomer(store.db, id, { customerId: bob, by: 'agent' });
  expect(await Promise.all([old, before, other].map(repeatedOf))).toEqual([true, false, true]);
  await linkCustomer(store.db, id, { customerId: null, by: 'agent' });
  expect(await Promise.all([old, before, other].map(repeatedOf))).toEqual([true, false, false]);
});

test('an erased call keeps its facts without whose it was, until figures are forgotten', async () => {
  const ada = aCustomerId('ada');
  const callId = await resolvedCall(ada, 1);
  await appendCallEvent(store.db, callId, {
    eventId: anEventId(),
    actor: 'bot',
    type: 'suggestion.offered',
    data: {
      ...{ suggestionId: aSuggestionId(), segmentId: aSegmentId(), suggestion: 'x', reasoning: '' },
      ...{ action: 'explain', confidence: 0.9, important: false },
      source: { kind: 'playbook', name: 'Refunds', cardId: 'refunds' },
    } as never,
  });
  await rateCall(store.db, callId, { score: 3, comment: '' });
  const before = await storedFacts(store.db, callId);
  expect(before).toMatchObject({ customerId: ada, suggestionsOffered: 1, suggestionsUnseen: 1 });
  await eraseCall(store.db, callId, { reason: 'x', by: { userId: aUserId(), displayName: 'A' } });
  const without = { customerId: null, isErased: true, isListed: false };
  expect(await storedFacts(store.db, callId)).toEqual({ ...before, ...without });
  await rebuildFacts(store.db, { among: 'all' });
  expect(await storedFacts(store.db, callId)).toEqual({ ...before, ...without });
  await store.db`update calls set ended_at = ended_at - interval '40 days' where id = ${callId}`;
  expect(await forgetFigures(store.db, { afterDays: 30, limit: 10 })).toBe(1);
  expect(await storedFacts(store.db, callId)).toBeUndefined();
  expect(await store.db`select 1 from call_card_facts`).toEqual([]);
});

test('calls of before get their facts, those that were erased by what is left of them', async () => {
  const { callId: erased } = await newSession(store.db);
  await age(store.db, erased, 'queued_at', 12_000);
  await rateCall(store.db, erased, { score: 4, comment: '' });
  await rebuildFacts(store.db, { among: 'all' });
  const before = await storedFacts(store.db, erased);
  const { callId: kept } = await newSession(store.db, {
    said: [['customer', 'Hi']],
    scores: [0.5],
  });
  const left = await newCall(store.db);
  await age(store.db, left.id, 'queued_at', 9_000);
  await abandonCall(store.db, left.id, 'customer-left');
  const whole = await storedFacts(store.db, kept);
  const gone = await storedFacts(store.db, left.id);
  for (const callId of [erased, left.id]) {
    await eraseCall(store.db, callId, { reason: 'x', by: { userId: aUserId(), displayName: 'A' } });
  }
  await store.db`delete from call_facts`;
  const told: unknown[] = [];
  expect(await rebuildFacts(store.db, { batch: 2, onProgress: (at) => told.push(at) })).toBe(3);
  expect(told).toEqual([
    { done: 2, total: 3 },
    { done: 3, total: 3 },
  ]);
  expect(await storedFacts(store.db, kept)).toEqual(whole);
  const unknown = { offers: 0, ringMs: null, foldedSeq: expect.any(Number) };
  const isErased = { customerId: null, isErased: true, isListed: false };
  expect(await storedFacts(store.db, erased)).toEqual({ ...before, ...unknown, ...isErased });
  expect(await storedFacts(store.db, left.id)).toEqual({
    ...{ ...gone, ...isErased },
    waitMs: expect.closeTo(Number(gone?.waitMs), -2),
  });
  expect(await rebuildFacts(store.db)).toBe(0);
});

test('what comes after the end is in the facts with the next look, which marks no day for nothing', async () => {
  const { callId } = await newSession(store.db);
  await store.db`delete from dirty_days`;
  expect(await rebuildFacts(store.db, { among: 'recent' })).toBe(0);
  await appendCallEvent(store.db, callId, {
    ...{ eventId: anEventId(), actor: 'bot', type: 'help.requested' },
    data: { helpId: anEventId(), reason: '' },
  });
  expect(await rebuildFacts(store.db, { among: 'recent' })).toBe(1);
  expect(await storedFacts(store.db, callId)).toMatchObject({ helpRequests: 1 });
  await store.db`delete from dirty_days`;
  await rebuildFacts(store.db, { among: 'all' });
  expect(await store.db`select 1 from dirty_days`).toEqual([]);
  await indexAll(store.db);
});

test('a rebuild is broken off between two batches', async () => {
  for (let n = 0; n < 3; n++) await newCall(store.db);
  await store.db`delete from call_facts`;
  const breaking = new AbortController();
  const options = { batch: 1, signal: breaking.signal, onProgress: () => breaking.abort() };
  expect(await rebuildFacts(store.db, options)).toBe(1);
  expect(await rebuildFacts(store.db)).toBe(2);
});

test('facts that were folded further are not taken back by a rebuild that read before', async () => {
  const { id } = await newCall(store.db);
  await store.db`update call_facts set folded_seq = 99, offers = 7 where call_id = ${id}`;
  await rebuildFacts(store.db, { among: 'all' });
  expect(await storedFacts(store.db, id)).toMatchObject({ foldedSeq: 99, offers: 7 });
});
