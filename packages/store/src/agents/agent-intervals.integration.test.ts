import type { UserId } from '@agent/protocol';
import { afterEach, expect, test } from 'vitest';
import { abandonCall, endCall } from '../calls/call-endings.ts';
import { offerNextCalls } from '../calls/dispatch.ts';
import { closeAbandonedWrapUps, endLostCalls, markAgentsOffline } from '../calls/lost.ts';
import { acceptOffer, declineOffer, expireOffers } from '../calls/offers.ts';
import { requeueCallOfAgent } from '../calls/requeue.ts';
import { finishWrapUp } from '../calls/wrap-up.ts';
import { faultsOfIntervals, intervalsOf, statusesOf } from '../test-support/intervals.ts';
import {
  age,
  newActiveCall,
  newAgent,
  newCall,
  offerOptions,
  useStore,
} from '../test-support/store.ts';
import { setAgentStatus } from './agents.ts';

const store = useStore();

afterEach(async () => expect(await faultsOfIntervals(store.db)).toEqual([]));

/** An agent with a call on offer. */
async function newOffer() {
  const agentId = await newAgent(store.db);
  const { id: callId } = await newCall(store.db);
  await offerNextCalls(store.db, offerOptions);
  return { agentId, callId };
}

/** Lets the last sign of life, and what began before, be so much earlier. */
async function unseenFor(agentId: UserId, ms: number): Promise<void> {
  const earlier = store.db`${ms}::double precision * interval '1 ms'`;
  await store.db`update agent_states set seen_at = seen_at - ${earlier} where agent_id = ${agentId}`;
  await store.db`
    update agent_intervals set started_at = started_at - ${earlier} - interval '1 minute',
      ended_at = ended_at - ${earlier} - interval '1 minute' where agent_id = ${agentId}`;
}

test('a whole call is told, each stretch with the call it belongs to', async () => {
  const { call, agentId } = await newActiveCall(store.db);
  await endCall(store.db, call.id, 'customer-hung-up');
  await finishWrapUp(store.db, call.id, { disposition: 'resolved', notes: '' });
  await setAgentStatus(store.db, agentId, 'offline');
  const told = await intervalsOf(store.db, agentId);
  expect(told.map(({ status, callId }) => [status, callId])).toEqual([
    ['available', null],
    ['offered', call.id],
    ['on-call', call.id],
    ['wrap-up', call.id],
    ['available', null],
    ['offline', null],
  ]);
});

test('a break has its reason, another reason is another stretch, the same again is none', async () => {
  const agentId = await newAgent(store.db);
  await setAgentStatus(store.db, agentId, 'break', { kind: 'lunch' });
  await setAgentStatus(store.db, agentId, 'break', { kind: 'lunch' });
  await setAgentStatus(store.db, agentId, 'break', { kind: 'other', note: 'Dentist' });
  await setAgentStatus(store.db, agentId, 'available');
  await setAgentStatus(store.db, agentId, 'break');
  const told = await intervalsOf(store.db, agentId);
  expect(told.map((one) => [one.status, one.breakReason, one.breakNote])).toEqual([
    ['available', null, ''],
    ['break', 'lunch', ''],
    ['break', 'other', 'Dentist'],
    ['available', null, ''],
    ['break', null, ''],
  ]);
});

test('a break that was chosen during a call has its reason only from when it begins', async () => {
  const { call, agentId } = await newActiveCall(store.db);
  await setAgentStatus(store.db, agentId, 'break', { kind: 'training' });
  await endCall(store.db, call.id, 'agent-hung-up');
  await setAgentStatus(store.db, agentId, 'break', { kind: 'meeting' });
  await finishWrapUp(store.db, call.id, { disposition: 'resolved', notes: '' });
  const told = await intervalsOf(store.db, agentId);
  expect(told.slice(1).map((one) => [one.status, one.breakReason])).toEqual([
    ['offered', null],
    ['on-call', null],
    ['wrap-up', null],
    ['break', 'meeting'],
  ]);
});

test('an offer that is declined, that nobody takes, or that the customer takes back', async () => {
  const declined = await newOffer();
  await declineOffer(store.db, declined.callId, declined.agentId);
  expect(await statusesOf(store.db, declined.agentId)).toEqual([
    'available',
    'offered',
    'available',
  ]);
  await abandonCall(store.db, declined.callId, 'customer-left');
  await setAgentStatus(store.db, declined.agentId, 'offline');

  const expired = await newOffer();
  await age(store.db, expired.callId, 'offer_expires_at', 30_000);
  await expireOffers(store.db);
  expect((await intervalsOf(store.db, expired.agentId)).at(-1)).toMatchObject({
    ...{ status: 'break', breakReason: 'no-answer', callId: null },
  });
  await abandonCall(store.db, expired.callId, 'customer-left');

  const unanswerable = await newOffer();
  await age(store.db, unanswerable.callId, 'offer_expires_at', 30_000);
  await expireOffers(store.db, { couldAnswer: false });
  expect((await statusesOf(store.db, unanswerable.agentId)).at(-1)).toBe('available');
  await offerNextCalls(store.db, offerOptions);
  await abandonCall(store.db, unanswerable.callId, 'customer-left');
  expect((await statusesOf(store.db, unanswerable.agentId)).slice(-2)).toEqual([
    'offered',
    'available',
  ]);
});

test('somebody found gone was gone since the last sign of life', async () => {
  const agentId = await newAgent(store.db);
  await unseenFor(agentId, 45_000);
  await markAgentsOffline(store.db, { silentMs: 30_000 });
  const [available, offline] = await intervalsOf(store.db, agentId);
  const [state] = await store.db<{ seenAt: Date }[]>`select seen_at from agent_states`;
  expect(available).toMatchObject({ status: 'available', endedAt: state?.seenAt });
  expect(offline).toMatchObject({ status: 'offline', startedAt: state?.seenAt, endedAt: null });
});

test('who vanished in wrap-up wrapped up until the last sign of life, on the desk or on the call', async () => {
  const { call, agentId } = await newActiveCall(store.db);
  await endCall(store.db, call.id, 'customer-hung-up');
  await unseenFor(agentId, 800_000);
  await age(store.db, call.id, 'agent_seen_at', 700_000);
  await closeAbandonedWrapUps(store.db, { silentMs: 600_000 });
  const told = await intervalsOf(store.db, agentId);
  const [seen] = await store.db<{ at: Date }[]>`select agent_seen_at as at from calls`;
  expect(told.at(-2)).toMatchObject({ status: 'wrap-up', endedAt: seen?.at });
  expect(told.at(-1)).toMatchObject({ status: 'offline', callId: null });
});

test('an agent lost in the middle of a call has no wrap-up at all', async () => {
  const { call, agentId } = await newActiveCall(store.db);
  await unseenFor(agentId, 700_000);
  await age(store.db, call.id, 'agent_seen_at', 700_000);
  await endLostCalls(store.db, { silentMs: 60_000 });
  expect((await statusesOf(store.db, agentId)).at(-1)).toBe('wrap-up');
  await closeAbandonedWrapUps(store.db, { silentMs: 600_000 });
  expect((await statusesOf(store.db, agentId)).slice(-2)).toEqual(['on-call', 'offline']);
});

test.each([
  ['disabled', (id: UserId) => store.db`update users set disabled = true where id = ${id}`],
  [
    'signed out',
    (id: UserId) => store.db`
    update users set session_version = session_version + 1 where id = ${id}`,
  ],
])('an agent that is %s goes off duty', async (_, change) => {
  const agentId = await newAgent(store.db);
  await setAgentStatus(store.db, agentId, 'break', { kind: 'lunch' });
  await change(agentId);
  expect(await statusesOf(store.db, agentId)).toEqual(['available', 'break', 'offline']);
});

test('who is disabled with a call at hand goes off duty from there, whatever was to come next', async () => {
  const onCall = await newActiveCall(store.db);
  await setAgentStatus(store.db, onCall.agentId, 'break', { kind: 'lunch' });
  const wrappingUp = await newActiveCall(store.db);
  await endCall(store.db, wrappingUp.call.id, 'customer-hung-up');
  const ringing = await newOffer();
  for (const { agentId } of [onCall, wrappingUp, ringing]) {
    await store.db.begin(async (tx) => {
      await tx`update users set disabled = true where id = ${agentId}`;
      await requeueCallOfAgent(tx, agentId);
    });
  }
  const told = async (agentId: UserId) => (await statusesOf(store.db, agentId)).slice(-2);
  expect(await told(onCall.agentId)).toEqual(['on-call', 'offline']);
  expect(await told(wrappingUp.agentId)).toEqual(['wrap-up', 'offline']);
  expect(await told(ringing.agentId)).toEqual(['offered', 'offline']);
  const [left] = await store.db`
    select next_status, break_reason from agent_states where agent_id = ${onCall.agentId}`;
  expect(left).toMatchObject({ nextStatus: null, breakReason: null });
});

test('a call that goes on to another agent is with the one and then with the other', async () => {
  const { call, agentId } = await newActiveCall(store.db);
  await store.db.begin(async (tx) => {
    await tx`update users set disabled = true where id = ${agentId}`;
    await requeueCallOfAgent(tx, agentId);
  });
  const next = await newAgent(store.db);
  await offerNextCalls(store.db, offerOptions);
  await acceptOffer(store.db, call.id, next);
  for (const one of [agentId, next]) {
    expect(await intervalsOf(store.db, one)).toContainEqual(
      expect.objectContaining({ status: 'on-call', callId: call.id }),
    );
  }
});

test('of changes in one transaction each has its own stretch', async () => {
  const agentId = await newAgent(store.db);
  await store.db.begin(async (tx) => {
    await setAgentStatus(tx, agentId, 'break');
    await setAgentStatus(tx, agentId, 'available');
    await setAgentStatus(tx, agentId, 'break', { kind: 'lunch' });
  });
  expect(await statusesOf(store.db, agentId)).toEqual(['available', 'break', 'available', 'break']);
});

test('what is taken back leaves nothing behind', async () => {
  const agentId = await newAgent(store.db);
  const before = await intervalsOf(store.db, agentId);
  const undone = store.db.begin(async (tx) => {
    await setAgentStatus(tx, agentId, 'break');
    throw new Error('never mind');
  });
  await expect(undone).rejects.toThrow('never mind');
  expect(await intervalsOf(store.db, agentId)).toEqual(before);
});

test('a clock that is set back makes no hole and no overlap', async () => {
  const agentId = await newAgent(store.db);
  await store.db`update agent_intervals set started_at = started_at + interval '1 hour'`;
  await setAgentStatus(store.db, agentId, 'break', { kind: 'lunch' });
  expect(await intervalsOf(store.db, agentId)).toMatchObject([
    { status: 'break', breakReason: 'lunch', endedAt: null },
  ]);
});
