import { aCallId } from '@agent/testing/ids';
import { expect, test } from 'vitest';
import { agentDesk } from '../agents/agents.ts';
import { age, newActiveCall, newAgent, newCall, useStore } from '../test-support/store.ts';
import { callCounts } from './call-counts.ts';
import { abandonCall, endCall } from './call-endings.ts';
import { findCall, rateCall, touchAgentOnCall, touchCustomer } from './calls.ts';
import { holdCall, resumeCall } from './hold.ts';
import { abandonLostCustomers, endLostCalls } from './lost.ts';
import { finishWrapUp, saveWrapUpDraft } from './wrap-up.ts';

const store = useStore();

test('a new call is queued with the consent that was given', async () => {
  const accepted = await newCall(store.db, { noticeVersion: '3' });
  expect(accepted).toMatchObject({ status: 'queued', noticeVersion: '3', lastSeq: 1 });
  expect(accepted.consentAt).toBeInstanceOf(Date);
  const declined = await newCall(store.db, { transcribed: false });
  expect(declined).toMatchObject({ transcribed: false, consentAt: null });
  expect(await findCall(store.db, accepted.id)).toEqual(accepted);
  expect(await findCall(store.db, aCallId())).toBeUndefined();
});

test('what a customer was asked and answered stays, each thing apart', async () => {
  const answers = (callId: string) => store.db`
    select kind, accepted, notice_version from consents where call_id = ${callId} order by kind`;
  const { id } = await newCall(store.db, { noticeVersion: '2', recorded: false });
  expect(await answers(id)).toEqual([
    { kind: 'recorded', accepted: false, noticeVersion: '2' },
    { kind: 'transcribed', accepted: true, noticeVersion: '2' },
  ]);
  const both = await newCall(store.db, { recorded: true });
  expect((await answers(both.id)).map(({ accepted }) => accepted)).toEqual([true, true]);
  const [queued] = await store.db`select data from call_events where call_id = ${both.id}`;
  expect(queued?.data).toMatchObject({ transcribed: true, recorded: true });
  for (const change of [`update consents set accepted = true`, 'delete from consents']) {
    await expect(store.db.raw(change)).rejects.toMatchObject({ code: '23001' });
  }
});

test('a call that is not written down cannot be recorded, and leaves nothing behind', async () => {
  const id = aCallId();
  const wrong = newCall(store.db, { id, transcribed: false, recorded: true });
  await expect(wrong).rejects.toMatchObject({ code: '23514' });
  expect(await findCall(store.db, id)).toBeUndefined();
  expect(await store.db`select from consents where call_id = ${id}`).toEqual([]);
});

test('a customer who leaves the queue abandons the call, once', async () => {
  const { id } = await newCall(store.db);
  await age(store.db, id, 'queued_at', 30_000);
  const abandoned = await abandonCall(store.db, id, 'customer-left');
  expect(abandoned?.call).toMatchObject({ status: 'abandoned', endReason: null });
  const { event } = abandoned?.appended ?? {};
  expect(event).toMatchObject({ actor: 'customer', data: { reason: 'customer-left' } });
  expect(event?.type === 'call.abandoned' && event.data.waitedMs).toBeGreaterThanOrEqual(30_000);
  expect(await abandonCall(store.db, id, 'customer-left')).toBeUndefined();
});

test('a customer who has fallen silent abandons the call; one who was seen does not', async () => {
  const [lost, alive] = [await newCall(store.db), await newCall(store.db)];
  await age(store.db, lost.id, 'customer_seen_at', 16_000);
  await age(store.db, alive.id, 'customer_seen_at', 16_000);
  await touchCustomer(store.db, alive.id);
  const transitions = await abandonLostCustomers(store.db, { silentMs: 15_000 });
  expect(transitions.map(({ call }) => call.id)).toEqual([lost.id]);
  expect(transitions[0]?.appended.event).toMatchObject({
    actor: 'system',
    data: { reason: 'customer-lost' },
  });
});

test('a call ends when a side has fallen silent, and says which', async () => {
  const [a, b, c] = [
    await newActiveCall(store.db),
    await newActiveCall(store.db),
    await newActiveCall(store.db),
  ];
  for (const { call } of [a, c]) await age(store.db, call.id, 'customer_seen_at', 61_000);
  for (const { call } of [b, c]) await age(store.db, call.id, 'agent_seen_at', 61_000);
  await touchCustomer(store.db, c.call.id);
  await touchAgentOnCall(store.db, c.call.id);
  const ended = await endLostCalls(store.db, { silentMs: 60_000 });
  const reasons = new Map(ended.map(({ call }) => [call.id, call.endReason]));
  expect(reasons).toEqual(
    new Map([
      [a.call.id, 'customer-lost'],
      [b.call.id, 'agent-lost'],
    ]),
  );
});

test('hold and resume alternate', async () => {
  const { call } = await newActiveCall(store.db);
  expect(await resumeCall(store.db, call.id)).toBeUndefined();
  expect((await holdCall(store.db, call.id))?.call.heldAt).toBeInstanceOf(Date);
  expect(await holdCall(store.db, call.id)).toBeUndefined();
  expect((await resumeCall(store.db, call.id))?.call.heldAt).toBeNull();
});

test('two sides that hang up at once end the call once', async () => {
  const { call, agentId } = await newActiveCall(store.db);
  await holdCall(store.db, call.id);
  const ends = await Promise.all([
    endCall(store.db, call.id, 'agent-hung-up'),
    endCall(store.db, call.id, 'customer-hung-up'),
  ]);
  expect(ends.filter(Boolean)).toHaveLength(1);
  const ended = await findCall(store.db, call.id);
  expect(ended).toMatchObject({ status: 'wrap-up', heldAt: null, lastSeq: 5 });
  expect(ended?.wrapUpStartedAt).toEqual(ended?.endedAt);
  expect(await agentDesk(store.db, agentId)).toMatchObject({ status: 'wrap-up', callId: call.id });
});

test('wrap-up keeps its draft, counts its time and frees the agent', async () => {
  const { call, agentId } = await newActiveCall(store.db);
  const draft = { disposition: null, notes: 'asked for a refund' };
  expect(await saveWrapUpDraft(store.db, call.id, draft)).toBe(false);
  await endCall(store.db, call.id, 'agent-hung-up');
  expect(await saveWrapUpDraft(store.db, call.id, draft)).toBe(true);
  expect(await findCall(store.db, call.id)).toMatchObject(draft);
  await age(store.db, call.id, 'wrap_up_started_at', 45_000);
  const wrapUp = { disposition: 'follow-up', notes: 'refund promised' } as const;
  const closed = await finishWrapUp(store.db, call.id, wrapUp);
  expect(closed?.call).toMatchObject({ status: 'closed', ...wrapUp });
  const { event } = closed?.appended ?? {};
  const wrapUpMs = event?.type === 'call.wrapped-up' ? event.data.wrapUpMs : 0;
  expect(wrapUpMs).toBeGreaterThanOrEqual(45_000);
  expect(wrapUpMs).toBeLessThan(60_000);
  expect(await agentDesk(store.db, agentId)).toMatchObject({ status: 'available', callId: null });
  expect(await finishWrapUp(store.db, call.id, wrapUp)).toBeUndefined();
  expect(await saveWrapUpDraft(store.db, call.id, draft)).toBe(false);
});

test('a call is rated once, after its end', async () => {
  const { call } = await newActiveCall(store.db);
  const rating = { score: 4, comment: 'friendly' };
  expect(await rateCall(store.db, call.id, rating)).toBeUndefined();
  await endCall(store.db, call.id, 'customer-hung-up');
  const rated = await rateCall(store.db, call.id, rating);
  expect(rated?.call).toMatchObject({ rating: 4, ratingComment: 'friendly' });
  // Queued, accepted, ended; the offer and the rating are for staff.
  expect(rated?.call).toMatchObject({ lastSeq: 5, lastPublicSeq: 3 });
  expect(await rateCall(store.db, call.id, { score: 1, comment: '' })).toBeUndefined();
});

test('an ended call is no longer touched but by its agent, held or ended', async () => {
  const { call } = await newActiveCall(store.db);
  await endCall(store.db, call.id, 'system');
  const ended = await findCall(store.db, call.id);
  await touchCustomer(store.db, call.id);
  await touchAgentOnCall(store.db, call.id);
  expect(await holdCall(store.db, call.id)).toBeUndefined();
  expect(await endCall(store.db, call.id, 'system')).toBeUndefined();
  expect(await abandonCall(store.db, call.id, 'customer-left')).toBeUndefined();
  expect(await findCall(store.db, call.id)).toEqual({ ...ended, agentSeenAt: expect.any(Date) });
});

test('calls are counted by status', async () => {
  await newActiveCall(store.db);
  await newCall(store.db);
  await newCall(store.db);
  await newAgent(store.db);
  const none = { offered: 0, 'wrap-up': 0, closed: 0, abandoned: 0 };
  expect(await callCounts(store.db)).toEqual({ queued: 2, active: 1, ...none });
});

test('the database refuses rows that contradict themselves', async () => {
  const { call } = await newActiveCall(store.db);
  const check = { code: '23514' };
  const { id } = call;
  await expect(store.db`update calls set status = 'gone' where id = ${id}`).rejects.toMatchObject(
    check,
  );
  await expect(store.db`update calls set status = 'closed' where id = ${id}`).rejects.toMatchObject(
    check,
  );
  await expect(store.db`update calls set rating = 6 where id = ${id}`).rejects.toMatchObject(check);
  await expect(
    store.db`update calls set transcribed = false where id = ${id}`,
  ).rejects.toMatchObject(check);
});
