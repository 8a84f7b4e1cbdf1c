import type { CallId, UserId } from '@agent/protocol';
import { aQueueId } from '@agent/testing/ids';
import { afterEach, expect, test } from 'vitest';
import { abandonCall, endCall } from '../calls/call-endings.ts';
import { findCall } from '../calls/calls.ts';
import { offerNextCalls } from '../calls/dispatch.ts';
import { readLines } from '../calls/lines.ts';
import { closeAbandonedWrapUps } from '../calls/lost.ts';
import { acceptOffer } from '../calls/offers.ts';
import { finishWrapUp } from '../calls/wrap-up.ts';
import { faultsOfIntervals, statusesOf } from '../test-support/intervals.ts';
import {
  age,
  newActiveCall,
  newAgent,
  newCall,
  offerOptions,
  useStore,
} from '../test-support/store.ts';
import { agentDesk, setAgentStatus } from './agents.ts';

const store = useStore();

afterEach(async () => expect(await faultsOfIntervals(store.db)).toEqual([]));

const lunch = { kind: 'lunch' } as const;
const wrapUp = { disposition: 'resolved', notes: '' } as const;
const desk = (agentId: UserId) => agentDesk(store.db, agentId);
const finish = (callId: CallId) => finishWrapUp(store.db, callId, wrapUp);

/** An agent in wrap-up, with another customer who waits. */
async function inWrapUp() {
  const { call, agentId } = await newActiveCall(store.db);
  await endCall(store.db, call.id, 'customer-hung-up');
  const waiting = await newCall(store.db);
  return { callId: call.id, agentId, waitingId: waiting.id };
}

test('a break chosen during a call begins right after its wrap-up, and nothing is offered before', async () => {
  const { call, agentId } = await newActiveCall(store.db);
  expect(await setAgentStatus(store.db, agentId, 'break', lunch)).toBe(true);
  const chosen = { nextStatus: 'break', breakReason: { kind: 'lunch', note: '' } };
  expect(await desk(agentId)).toMatchObject({ ...chosen, status: 'on-call', callId: call.id });
  await newCall(store.db);
  await endCall(store.db, call.id, 'customer-hung-up');
  expect(await desk(agentId)).toMatchObject({ ...chosen, status: 'wrap-up' });
  await finish(call.id);
  expect(await desk(agentId)).toMatchObject({
    ...{ status: 'break', nextStatus: null, breakReason: chosen.breakReason },
  });
  expect(await offerNextCalls(store.db, offerOptions)).toEqual([]);
  expect(await statusesOf(store.db, agentId)).toEqual([
    ...['available', 'offered', 'on-call', 'wrap-up', 'break'],
  ]);
});

test('going off duty after the call works the same way, and the last choice counts', async () => {
  const { callId, agentId } = await inWrapUp();
  await setAgentStatus(store.db, agentId, 'break', { kind: 'other', note: 'Dentist' });
  await setAgentStatus(store.db, agentId, 'offline');
  expect(await desk(agentId)).toMatchObject({ nextStatus: 'offline', breakReason: null });
  await finish(callId);
  expect(await desk(agentId)).toMatchObject({ status: 'offline', nextStatus: null });
  expect((await desk(agentId)).closedInAbsence).toBeNull();
});

test('it can be taken back, and the next customer is offered then', async () => {
  const { callId, agentId, waitingId } = await inWrapUp();
  await setAgentStatus(store.db, agentId, 'break', lunch);
  expect(await setAgentStatus(store.db, agentId, 'available')).toBe(true);
  expect(await desk(agentId)).toMatchObject({ nextStatus: null, breakReason: null });
  await finish(callId);
  await offerNextCalls(store.db, offerOptions);
  expect((await desk(agentId)).offer?.callId).toBe(waitingId);
});

test('choosing does not touch the time of the call, and is kept by no later one', async () => {
  const { callId, agentId } = await inWrapUp();
  const before = await desk(agentId);
  await setAgentStatus(store.db, agentId, 'break', lunch);
  expect((await desk(agentId)).statusSince).toEqual(before.statusSince);
  await finish(callId);
  await setAgentStatus(store.db, agentId, 'available');
  await offerNextCalls(store.db, offerOptions);
  const next = (await desk(agentId)).offer?.callId as CallId;
  await acceptOffer(store.db, next, agentId);
  expect(await desk(agentId)).toMatchObject({ nextStatus: null, breakReason: null });
});

test('an offer has to be answered first', async () => {
  const agentId = await newAgent(store.db);
  await newCall(store.db);
  await offerNextCalls(store.db, offerOptions);
  expect(await setAgentStatus(store.db, agentId, 'break', lunch)).toBe(false);
  expect(await desk(agentId)).toMatchObject({ status: 'offered', nextStatus: null });
});

test('a break chosen at the moment of an offer is the one or the other, never both', async () => {
  for (let round = 0; round < 10; round++) {
    const agentId = await newAgent(store.db);
    const { id: callId } = await newCall(store.db);
    const [chosen] = await Promise.all([
      setAgentStatus(store.db, agentId, 'break', lunch),
      offerNextCalls(store.db, offerOptions),
    ]);
    const call = await findCall(store.db, callId);
    expect(await desk(agentId)).toMatchObject({ status: chosen ? 'break' : 'offered' });
    expect(call?.offeredTo).toBe(chosen ? null : agentId);
    await abandonCall(store.db, callId, 'customer-left');
    await setAgentStatus(store.db, agentId, 'offline');
  }
});

test('however a choice, the end of the wrap-up and the dispatcher meet, nobody who chose a break rings', async () => {
  for (let round = 0; round < 12; round++) {
    const { callId, agentId, waitingId } = await inWrapUp();
    await setAgentStatus(store.db, agentId, 'break', lunch);
    const rings = Array.from({ length: 3 }, () => offerNextCalls(store.db, offerOptions));
    // Two tabs: one finishes, the other chooses another reason.
    const [, , ...offered] = await Promise.all([
      finish(callId),
      setAgentStatus(store.db, agentId, 'break', { kind: 'meeting' }),
      ...rings,
    ]);
    expect(offered.flat()).toEqual([]);
    expect(await desk(agentId)).toMatchObject({
      ...{ status: 'break', breakReason: { kind: 'meeting', note: '' }, offer: null },
    });
    await abandonCall(store.db, waitingId, 'customer-left');
  }
});

test('two tabs that take the break and take it back leave what was said last', async () => {
  const { callId, agentId } = await inWrapUp();
  await Promise.all([
    setAgentStatus(store.db, agentId, 'break', lunch),
    setAgentStatus(store.db, agentId, 'available'),
    setAgentStatus(store.db, agentId, 'break', { kind: 'training' }),
  ]);
  const { nextStatus, breakReason } = await desk(agentId);
  expect(breakReason === null).toBe(nextStatus === null);
  await finish(callId);
  expect((await desk(agentId)).status).toBe(nextStatus ?? 'available');
});

test('who vanishes in the wrap-up is off duty, whatever was to come next, and comes back to no break', async () => {
  const { callId, agentId } = await inWrapUp();
  await setAgentStatus(store.db, agentId, 'break', lunch);
  await age(store.db, callId, 'agent_seen_at', 700_000);
  await closeAbandonedWrapUps(store.db, { silentMs: 600_000 });
  expect(await desk(agentId)).toMatchObject({
    ...{ status: 'offline', nextStatus: null, breakReason: null },
  });
  await setAgentStatus(store.db, agentId, 'available');
  expect(await desk(agentId)).toMatchObject({ status: 'available', breakReason: null });
});

test('finishing and being closed in absence at once is one end', async () => {
  const { callId, agentId } = await inWrapUp();
  await setAgentStatus(store.db, agentId, 'break', lunch);
  await age(store.db, callId, 'agent_seen_at', 700_000);
  const [finished, closed] = await Promise.all([
    finish(callId),
    closeAbandonedWrapUps(store.db, { silentMs: 600_000 }),
  ]);
  expect((finished ? 1 : 0) + closed.length).toBe(1);
  expect(await desk(agentId)).toMatchObject({
    ...{ status: finished ? 'break' : 'offline', nextStatus: null },
  });
});

test('who goes on a break after the call is not counted among those who take the next', async () => {
  const { call, agentId } = await newActiveCall(store.db);
  const onDuty = async () => (await readLines(store.db)).queues.get(aQueueId())?.agentsOnline ?? 0;
  expect(await onDuty()).toBe(1);
  await setAgentStatus(store.db, agentId, 'break', lunch);
  expect(await onDuty()).toBe(0);
  expect((await findCall(store.db, call.id))?.status).toBe('active');
});
