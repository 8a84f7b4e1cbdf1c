import { expect, test } from 'vitest';
import { agentDesk, setAgentStatus } from '../agents/agents.ts';
import { age, newActiveCall, newCall, useStore } from '../test-support/store.ts';
import { endCall } from './call-endings.ts';
import { findCall, touchAgentOnCall } from './calls.ts';
import { placeInLine, readLines } from './lines.ts';
import { abandonLostCustomers, closeAbandonedWrapUps, endLostCalls } from './lost.ts';
import { finishWrapUp, saveWrapUpDraft } from './wrap-up.ts';

const store = useStore();
const tenMinutes = { silentMs: 600_000 };

/** A call whose agent has been in wrap-up for so long and was last seen so long ago. */
async function inWrapUp(startedMs: number, unseenMs: number) {
  const { call, agentId } = await newActiveCall(store.db);
  await endCall(store.db, call.id, 'customer-hung-up');
  await age(store.db, call.id, 'wrap_up_started_at', startedMs);
  await age(store.db, call.id, 'agent_seen_at', unseenMs);
  return { callId: call.id, agentId };
}

/** A little passes between two statements. */
const about = (ms: number) => expect.toSatisfy((actual: number) => Math.abs(actual - ms) < 5_000);

test('the system closes a call whose agent has vanished in wrap-up, and counts to the last sign of life', async () => {
  const { callId, agentId } = await inWrapUp(700_000, 610_000);
  const notes = 'Wants a call back';
  await store.db`update calls set disposition = 'resolved', notes = ${notes} where id = ${callId}`;
  const [closed, ...others] = await closeAbandonedWrapUps(store.db, tenMinutes);
  expect(others).toEqual([]);
  expect(closed?.call).toMatchObject({ status: 'closed', closedBy: 'system', notes });
  expect(closed?.appended.event).toMatchObject({
    type: 'call.wrapped-up',
    actor: 'system',
    data: { disposition: 'other', notes, wrapUpMs: about(90_000) },
  });
  expect(await closeAbandonedWrapUps(store.db, tenMinutes)).toEqual([]);
  expect(await agentDesk(store.db, agentId)).toMatchObject({ status: 'offline', callId: null });
});

test('the agent who comes back is told, until it has chosen what to do', async () => {
  const { callId, agentId } = await inWrapUp(700_000, 610_000);
  expect((await agentDesk(store.db, agentId)).closedInAbsence).toBeNull();
  const [closed] = await closeAbandonedWrapUps(store.db, tenMinutes);
  expect((await agentDesk(store.db, agentId)).closedInAbsence).toEqual({
    callId,
    customerName: 'Maria Santos',
    closedAt: closed?.call.wrappedUpAt,
  });
  expect(await setAgentStatus(store.db, agentId, 'available')).toBe(true);
  expect((await agentDesk(store.db, agentId)).closedInAbsence).toBeNull();
  await setAgentStatus(store.db, agentId, 'offline');
  expect((await agentDesk(store.db, agentId)).closedInAbsence).toBeNull();
});

test('an agent who is there may take its time, and one who comes back goes on with its draft', async () => {
  const present = await inWrapUp(3_600_000, 5_000);
  const returning = await inWrapUp(500_000, 400_000);
  await store.db`update calls set notes = 'half' where id = ${returning.callId}`;
  expect(await closeAbandonedWrapUps(store.db, tenMinutes)).toEqual([]);
  await touchAgentOnCall(store.db, returning.callId);
  await age(store.db, returning.callId, 'wrap_up_started_at', 600_000);
  expect(await closeAbandonedWrapUps(store.db, tenMinutes)).toEqual([]);
  expect(await findCall(store.db, returning.callId)).toMatchObject({
    status: 'wrap-up',
    notes: 'half',
  });
  const wrapUp = { disposition: 'resolved', notes: 'whole' } as const;
  const finished = await finishWrapUp(store.db, present.callId, wrapUp);
  expect(finished?.call.closedBy).toBe('agent');
  expect(finished?.appended.event.data).toMatchObject({ wrapUpMs: about(3_600_000) });
});

test('what an agent was away during wrap-up is no wrap-up', async () => {
  const { callId } = await inWrapUp(500_000, 400_000);
  expect(await saveWrapUpDraft(store.db, callId, { disposition: null, notes: 'back' })).toBe(true);
  const wrapUp = { disposition: 'resolved', notes: '' } as const;
  const finished = await finishWrapUp(store.db, callId, wrapUp);
  expect(finished?.appended.event.data).toMatchObject({ wrapUpMs: about(100_000) });
});

test('an agent lost in the middle of a call does no wrap-up, and its talk ends where it was lost', async () => {
  const { call, agentId } = await newActiveCall(store.db);
  await age(store.db, call.id, 'answered_at', 800_000);
  await age(store.db, call.id, 'agent_seen_at', 700_000);
  const [ended] = await endLostCalls(store.db, { silentMs: 60_000 });
  expect(ended?.appended.event.data).toEqual({ reason: 'agent-lost', lostMs: about(100_000) });
  expect(ended?.call.talkEndedAt?.getTime()).toBeLessThan(ended?.call.endedAt?.getTime() ?? 0);
  const [closed] = await closeAbandonedWrapUps(store.db, tenMinutes);
  expect(closed?.appended.event.data).toMatchObject({ disposition: 'other', wrapUpMs: 0 });
  expect(await agentDesk(store.db, agentId)).toMatchObject({ status: 'offline' });
});

test('a customer who has vanished waited, or talked, until last seen', async () => {
  const { call } = await newActiveCall(store.db);
  await age(store.db, call.id, 'answered_at', 200_000);
  await age(store.db, call.id, 'customer_seen_at', 70_000);
  const [ended] = await endLostCalls(store.db, { silentMs: 60_000 });
  expect(ended?.appended.event.data).toEqual({ reason: 'customer-lost', lostMs: about(130_000) });
  const waiting = await newCall(store.db);
  await age(store.db, waiting.id, 'queued_at', 40_000);
  await age(store.db, waiting.id, 'customer_seen_at', 16_000);
  const [abandoned] = await abandonLostCustomers(store.db, { silentMs: 15_000 });
  expect(abandoned?.appended.event.data).toEqual({
    reason: 'customer-lost',
    waitedMs: about(24_000),
  });
});

test('what the system has closed says nothing of how long calls take', async () => {
  const { callId } = await inWrapUp(900_000, 700_000);
  await age(store.db, callId, 'answered_at', 1_000_000);
  const usual = await inWrapUp(60_000, 0);
  await age(store.db, usual.callId, 'answered_at', 120_000);
  await finishWrapUp(store.db, usual.callId, { disposition: 'resolved', notes: '' });
  await closeAbandonedWrapUps(store.db, tenMinutes);
  const call = await newCall(store.db);
  const place = placeInLine(await readLines(store.db), call);
  expect(place).toMatchObject({ estimatedWaitMs: about(120_000) });
});
