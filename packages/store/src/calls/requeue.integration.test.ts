import { randomUUID } from 'node:crypto';
import type { CallId, UserId } from '@agent/protocol';
import { expect, test, vi } from 'vitest';
import { agentDesk, setAgentStatus } from '../agents/agents.ts';
import { listen } from '../database/notifications.ts';
import type { CallRow } from '../log/call-row.ts';
import { readCallEvents } from '../log/read-call-events.ts';
import { findSessions } from '../sessions/find-sessions.ts';
import {
  age,
  newActiveCall,
  newAgent,
  newCall,
  offerOptions,
  useStore,
} from '../test-support/store.ts';
import { abandonCall, endCall } from './call-endings.ts';
import { findCall } from './calls.ts';
import { offerNextCalls } from './dispatch.ts';
import { expelledIdentities } from './expelled.ts';
import { holdCall } from './hold.ts';
import { claimCalls, releaseLease, renewLeases } from './leases.ts';
import { placeInLine, readLines } from './lines.ts';
import { abandonLostCustomers, endLostCalls } from './lost.ts';
import { acceptOffer, declineOffer } from './offers.ts';
import { pauseRecording } from './recording-pause.ts';
import { requeueCallOfAgent, requeueCallsOfFormerAgents } from './requeue.ts';
import { finishWrapUp, saveWrapUpDraft } from './wrap-up.ts';

const store = useStore();
const lease = { capacity: 5, leaseMs: 60_000 };

/** As an admin does it: both in one transaction. */
function disable(agentId: UserId) {
  return store.db.begin(async (tx) => {
    await tx`update users set disabled = true where id = ${agentId}`;
    return requeueCallOfAgent(tx, agentId);
  });
}

/** A call that was answered so long ago and whose agent has just been disabled. */
async function requeuedCall(talkedMs = 60_000) {
  const { call, agentId } = await newActiveCall(store.db, { recorded: true });
  await age(store.db, call.id, 'queued_at', talkedMs + 30_000);
  await age(store.db, call.id, 'answered_at', talkedMs);
  const requeued = await disable(agentId);
  if (!requeued) throw new Error('The call was not put back.');
  return { call: requeued.call, before: call, agentId, appended: requeued.appended };
}

/** Makes it look as if it had waited for another agent for so long. */
async function waitedFor(callId: CallId, ms: number) {
  await store.db`
    update calls set requeued_at = requeued_at - ${ms}::double precision * interval '1 ms',
      answered_at = answered_at - ${ms}::double precision * interval '1 ms' where id = ${callId}`;
}

async function takeOn(callId: CallId): Promise<{ call: CallRow; agentId: UserId }> {
  const agentId = await newAgent(store.db);
  await offerNextCalls(store.db, offerOptions);
  const accepted = await acceptOffer(store.db, callId, agentId);
  if (!accepted) throw new Error('The call was offered to somebody else.');
  return { call: accepted.call, agentId };
}

async function typesOf(callId: CallId): Promise<string[]> {
  const options = { audience: 'staff', afterSeq: 0, limit: 100 } as const;
  const { envelopes } = await readCallEvents(store.db, callId, options);
  return envelopes.map(({ event }) => event.type);
}

const about = (ms: number) => expect.toSatisfy((actual: number) => Math.abs(actual - ms) < 5_000);

test('the call of somebody who is disabled waits again, and keeps its clock', async () => {
  const { call, before, agentId, appended } = await requeuedCall();
  expect(call).toMatchObject({
    status: 'queued',
    ...{ agentId: null, agentName: null, agentIdentity: null, takenOnAt: null },
    requeuedAt: expect.any(Date),
  });
  expect(call.answeredAt).toEqual((await findCall(store.db, call.id))?.answeredAt);
  expect(appended).toMatchObject({
    event: { type: 'call.requeued', actor: 'system', data: { reason: 'agent-left' } },
    publicSeq: before.lastPublicSeq + 1,
  });
  expect(await agentDesk(store.db, agentId)).toMatchObject({ status: 'offline', callId: null });
});

test('it is next by when it was queued first, and is offered to somebody else', async () => {
  const { call, agentId } = await requeuedCall();
  const other = await newCall(store.db);
  const lines = await readLines(store.db);
  expect(placeInLine(lines, call).position).toBe(1);
  expect(placeInLine(lines, other).position).toBe(2);
  expect(lines.queues.get(call.queueId)?.longestWaitMs).toEqual(about(0));
  const next = await newAgent(store.db);
  const offered = await offerNextCalls(store.db, offerOptions);
  expect(offered.map((one) => one.call.id)).toEqual([call.id]);
  const { offer } = await agentDesk(store.db, next);
  expect(offer).toMatchObject({ callId: call.id, answeredBefore: true, waitedMs: about(0) });
  expect(await acceptOffer(store.db, call.id, agentId)).toBeUndefined();
  expect((await acceptOffer(store.db, call.id, next))?.call).toMatchObject({
    status: 'active',
    agentId: next,
    answeredAt: call.answeredAt,
    takenOnAt: expect.any(Date),
  });
});

test('it may be declined and waits on', async () => {
  const { call } = await requeuedCall();
  const next = await newAgent(store.db);
  await offerNextCalls(store.db, offerOptions);
  expect((await declineOffer(store.db, call.id, next))?.call).toMatchObject({
    status: 'queued',
    requeuedAt: call.requeuedAt,
  });
  expect(await takeOn(call.id)).toBeDefined();
});

test('time without an agent is no talk, however often', async () => {
  const { call } = await requeuedCall(60_000);
  await waitedFor(call.id, 40_000);
  const second = await takeOn(call.id);
  expect(second.call.withoutAgentMs).toEqual(about(40_000));
  await disable(second.agentId);
  await waitedFor(call.id, 20_000);
  const third = await takeOn(call.id);
  expect(third.call.withoutAgentMs).toEqual(about(60_000));
  await endCall(store.db, call.id, 'customer-hung-up');
  await finishWrapUp(store.db, call.id, { disposition: 'resolved', notes: '' });
  const found = await findSessions(store.db, {}, { of: null, language: 'english' });
  expect(found).toMatchObject({ page: { sessions: [{ talkMs: about(60_000) }] } });
  const line = (await readLines(store.db)).queues.get(call.queueId);
  expect(line?.handleMs).toEqual(about(60_000));
});

test('a customer who leaves meanwhile has abandoned a call that was answered', async () => {
  const { call } = await requeuedCall(60_000);
  await waitedFor(call.id, 40_000);
  const left = await abandonCall(store.db, call.id, 'customer-left');
  expect(left?.appended.event).toMatchObject({
    type: 'call.abandoned',
    data: { reason: 'customer-left', waitedMs: about(40_000) },
  });
  const after = await findCall(store.db, call.id);
  expect(after).toMatchObject({ status: 'abandoned', agentId: null });
  expect(after?.talkEndedAt).toEqual(after?.requeuedAt);
  const { page } = (await findSessions(
    store.db,
    { outcome: 'abandoned' },
    { of: null, language: 'english' },
  )) as { page: { sessions: unknown[] } };
  expect(page.sessions).toMatchObject([
    { status: 'abandoned', agentId: null, talkMs: about(60_000) },
  ]);
});

test('hold and pause end with it, and the agent must not come into the room again', async () => {
  const { call, agentId } = await newActiveCall(store.db, { recorded: true });
  await holdCall(store.db, call.id);
  await pauseRecording(store.db, call.id);
  const requeued = await disable(agentId);
  expect(requeued?.call).toMatchObject({ heldAt: null, recordingPausedAt: null });
  const gone = { callId: call.id, identity: call.agentIdentity };
  expect(await expelledIdentities(store.db)).toContainEqual(gone);
  await takeOn(call.id);
  expect(await expelledIdentities(store.db)).toContainEqual(gone);
});

test('an offer is taken back, and the agent is off duty instead of on a break', async () => {
  const agentId = await newAgent(store.db);
  const { id } = await newCall(store.db);
  await offerNextCalls(store.db, offerOptions);
  const back = await disable(agentId);
  expect(back).toMatchObject({
    call: { status: 'queued', answeredAt: null, requeuedAt: null },
    appended: { event: { type: 'call.offer-expired', actor: 'system' } },
  });
  expect((await agentDesk(store.db, agentId)).status).toBe('offline');
  expect(await typesOf(id)).toEqual(['call.queued', 'call.offered', 'call.offer-expired']);
});

test('a wrap-up is closed by the system with what was saved', async () => {
  const { call, agentId } = await newActiveCall(store.db);
  await endCall(store.db, call.id, 'customer-hung-up');
  await saveWrapUpDraft(store.db, call.id, { disposition: 'resolved', notes: 'Half a note' });
  expect(await disable(agentId)).toMatchObject({
    call: { status: 'closed', closedBy: 'system', notes: 'Half a note' },
    appended: { event: { type: 'call.wrapped-up', data: { disposition: 'other' } } },
  });
});

test('somebody without a call only goes off duty', async () => {
  const agentId = await newAgent(store.db);
  expect(await disable(agentId)).toBeUndefined();
  expect((await agentDesk(store.db, agentId)).status).toBe('offline');
});

test('what another way has made no agent is found, and an agent who only had to sign in again is not', async () => {
  const { call, agentId } = await newActiveCall(store.db);
  const other = await newActiveCall(store.db);
  await store.db`update users set session_version = session_version + 1 where id = ${other.agentId}`;
  expect(await requeueCallsOfFormerAgents(store.db)).toEqual([]);
  await store.db`update users set role = 'supervisor' where id = ${agentId}`;
  const found = await requeueCallsOfFormerAgents(store.db);
  expect(found.map((one) => one.call.id)).toEqual([call.id]);
  expect(await requeueCallsOfFormerAgents(store.db)).toEqual([]);
});

test('of two who do it at once one puts the call back', async () => {
  const { call, agentId } = await newActiveCall(store.db);
  const done = await Promise.all([disable(agentId), disable(agentId), disable(agentId)]);
  expect(done.filter(Boolean)).toHaveLength(1);
  expect(await typesOf(call.id)).toEqual([
    ...['call.queued', 'call.offered', 'call.accepted', 'call.requeued'],
  ]);
});

test('whoever hangs up or is lost at the same moment, the call is in one state', async () => {
  for (let round = 0; round < 8; round++) {
    const { call, agentId } = await newActiveCall(store.db);
    await age(store.db, call.id, 'agent_seen_at', 90_000);
    const [requeued, ended, lost] = await Promise.all([
      disable(agentId),
      endCall(store.db, call.id, 'customer-hung-up'),
      endLostCalls(store.db, { silentMs: 60_000 }),
    ]);
    const endings = [ended, ...lost].filter(Boolean);
    const after = await findCall(store.db, call.id);
    const types = await typesOf(call.id);
    if (after?.status === 'queued') {
      expect(endings).toEqual([]);
      expect(types).not.toContain('call.ended');
      expect(requeued?.appended.event.type).toBe('call.requeued');
    } else {
      expect(after?.status).toBe('closed');
      expect(endings).toHaveLength(1);
      expect(types).not.toContain('call.requeued');
    }
    await abandonCall(store.db, call.id, 'customer-left');
  }
});

test('an offer that is accepted at the same moment ends with an agent or with none, never with this one', async () => {
  for (let round = 0; round < 8; round++) {
    const agentId = await newAgent(store.db);
    const { id } = await newCall(store.db);
    await offerNextCalls(store.db, offerOptions);
    const [, accepted] = await Promise.all([disable(agentId), acceptOffer(store.db, id, agentId)]);
    expect(await findCall(store.db, id)).toMatchObject({ status: 'queued', agentId: null });
    const types = await typesOf(id);
    expect(types.at(-1)).toBe(accepted ? 'call.requeued' : 'call.offer-expired');
    await abandonCall(store.db, id, 'customer-left');
  }
});

test('matching at the same moment leaves nobody with a call who is disabled', async () => {
  for (let round = 0; round < 8; round++) {
    const agentId = await newAgent(store.db);
    const { id } = await newCall(store.db);
    await Promise.all([disable(agentId), offerNextCalls(store.db, offerOptions)]);
    await requeueCallsOfFormerAgents(store.db);
    expect(await findCall(store.db, id)).toMatchObject({ status: 'queued', offeredTo: null });
    expect((await agentDesk(store.db, agentId)).status).toBe('offline');
    await abandonCall(store.db, id, 'customer-left');
  }
});

test('a customer who was lost long before has the whole time to say that it waits', async () => {
  const { call, agentId } = await newActiveCall(store.db);
  await age(store.db, call.id, 'customer_seen_at', 50_000);
  await disable(agentId);
  expect(await abandonLostCustomers(store.db, { silentMs: 15_000 })).toEqual([]);
  await age(store.db, call.id, 'customer_seen_at', 16_000);
  const [lost] = await abandonLostCustomers(store.db, { silentMs: 15_000 });
  expect(lost?.appended.event.data).toMatchObject({ reason: 'customer-lost', waitedMs: 0 });
});

test('its bot keeps it until it has stored the last words, and the next is told when it waited', async () => {
  const { call, agentId } = await newActiveCall(store.db);
  await age(store.db, call.id, 'answered_at', 60_000);
  expect(await claimCalls(store.db, 'one', lease)).toMatchObject([{ lastWait: null }]);
  await disable(agentId);
  expect(
    await renewLeases(store.db, 'one', [{ callId: call.id, heardUntilMs: 60_000 }], lease),
  ).toEqual([]);
  await waitedFor(call.id, 30_000);
  await takeOn(call.id);
  expect(await claimCalls(store.db, 'two', lease)).toEqual([]);
  const claimable = vi.fn();
  const listening = await listen(store.db, 'calls_active', claimable);
  await releaseLease(store.db, 'one', call.id, 61_000);
  await vi.waitFor(() => expect(claimable).toHaveBeenCalledWith(call.id), 15_000);
  await listening.close();
  expect(await claimCalls(store.db, 'two', lease)).toMatchObject([
    {
      callId: call.id,
      heardUntilMs: 61_000,
      elapsedMs: about(90_000),
      lastWait: { fromMs: about(60_000), toMs: about(90_000) },
    },
  ]);
});

test('what waits for an agent is given back by its bot, and taken by none', async () => {
  const { call, agentId } = await newActiveCall(store.db);
  await claimCalls(store.db, 'one', lease);
  await disable(agentId);
  await releaseLease(store.db, 'one', call.id, 5_000);
  expect(await claimCalls(store.db, 'two', lease)).toEqual([]);
  await takeOn(call.id);
  expect(await claimCalls(store.db, 'two', lease)).toMatchObject([{ heardUntilMs: 5_000 }]);
});

test('a row that contradicts itself is refused', async () => {
  const { call } = await requeuedCall();
  const change = (what: string) =>
    store.db`update calls set ${store.db.raw(what)} where id = ${call.id}`;
  await expect(change('requeued_at = null')).rejects.toThrow('calls_requeued_without_agent');
  await expect(change('taken_on_at = now()')).rejects.toThrow('calls_requeued_without_agent');
  await expect(change('without_agent_ms = -1')).rejects.toThrow('without_agent_ms');
  const { id } = await newCall(store.db, { customerIdentity: randomUUID() });
  await expect(store.db`update calls set requeued_at = now() where id = ${id}`).rejects.toThrow(
    'calls_requeued_without_agent',
  );
});

test('somebody who is an agent again begins with nothing', async () => {
  const { call, agentId } = await requeuedCall();
  await store.db`update users set disabled = false where id = ${agentId}`;
  expect(await setAgentStatus(store.db, agentId, 'available')).toBe(true);
  await offerNextCalls(store.db, offerOptions);
  const again = await acceptOffer(store.db, call.id, agentId);
  expect(again?.call).toMatchObject({ status: 'active', agentId });
  expect(await expelledIdentities(store.db)).not.toContainEqual({
    callId: call.id,
    identity: again?.call.agentIdentity,
  });
});
