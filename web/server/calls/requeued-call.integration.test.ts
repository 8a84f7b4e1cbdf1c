import { callEventEnvelopeSchema, customerStreamSchema } from '@agent/protocol';
import { acceptOffer, findCall, offerNextCalls, setAgentStatus } from '@agent/store';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { expelOnce } from '../access/expel.ts';
import { agentState } from '../desk/agent-stream.ts';
import { callInState } from '../test-support/calls-in-state.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { errorOf, send } from '../test-support/send.ts';
import { customerHeader, sessionHeader } from '../test-support/viewers.ts';
import { customerState } from './customer-stream.ts';
import { createRound, dispatchTimings } from './dispatch.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(async () => {
  await harness.clear();
  harness.rooms.removed.length = 0;
  harness.rooms.sent.length = 0;
  harness.rooms.names.clear();
});
afterAll(() => harness.close());

const timings = { ...dispatchTimings, graceMs: 0, sweepEveryMs: 0 };

/** An active call whose agent has been disabled by hand, as the next round finds it. */
async function requeuedCall() {
  const { services, people } = harness;
  const call = await callInState(harness, 'active');
  await services.rooms.open(call.id);
  const cookieOfAgent = await sessionHeader(harness, people.owner);
  await services.db`update users set disabled = true where id = ${people.owner.id}`;
  await createRound(services, timings)();
  await services.db`update users set disabled = false where id = ${people.owner.id}`;
  people.owner.sessionVersion += 2;
  const cookie = await customerHeader(harness, call.id);
  return { call, at: { callId: call.id, cookie }, cookieOfAgent };
}

const file = (route: string) => `api/calls/[id]/${route}/route.ts`;

it('waits again in the place that it had, and its customer is told at once', async () => {
  const { services, rooms } = harness;
  const { call } = await requeuedCall();
  expect(await findCall(services.db, call.id)).toMatchObject({ status: 'queued', agentId: null });
  await expect.poll(() => rooms.sent.length).toBe(1);
  const [told] = rooms.sent;
  expect(told?.identity).toBe(call.customerIdentity);
  expect(told?.message).toMatchObject({
    kind: 'event',
    envelope: { prevSeq: call.lastPublicSeq, event: { type: 'call.requeued' } },
  });
  const place = customerStreamSchema.parse(await customerState(services, call.id));
  expect(place).toMatchObject({
    position: 1,
    call: { status: 'queued', agentName: null, waitsAgainSince: expect.any(String) },
  });
});

it('keeps its room, which its customer may come back into and its agent may not', async () => {
  const { services, rooms } = harness;
  const { call, at, cookieOfAgent } = await requeuedCall();
  rooms.inside.add(call.agentIdentity ?? '');
  await expelOnce(services);
  expect([...rooms.inside]).toEqual([]);
  await createRound(services, timings)();
  expect(rooms.names).toContain(call.id);
  const token = { file: file('token'), method: 'POST' };
  expect((await send({ ...token, ...at })).status).toBe(200);
  expect(rooms.names).toContain(call.id);
  expect((await send({ ...token, ...at, cookie: cookieOfAgent })).status).toBe(401);
  const again = await sessionHeader(harness, harness.people.owner);
  expect((await send({ ...token, ...at, cookie: again })).status).toBe(404);
});

it('takes nothing for its log that needs an agent, and says why', async () => {
  const { at } = await requeuedCall();
  const body = { messageId: crypto.randomUUID(), text: 'Hello?' };
  const chat = await send({ file: file('chat'), method: 'POST', ...at, body });
  expect(chat.status).toBe(409);
  expect((await errorOf(chat)).message).toBe('This call waits for another agent.');
});

it('is over when its customer hangs up meanwhile, and its room is closed', async () => {
  const { services, rooms } = harness;
  const { call, at } = await requeuedCall();
  expect((await send({ file: file('hangup'), method: 'POST', ...at })).status).toBe(204);
  expect(await findCall(services.db, call.id)).toMatchObject({ status: 'abandoned' });
  await expect.poll(() => [...rooms.names]).not.toContain(call.id);
  expect((await send({ file: file('hangup'), method: 'POST', ...at })).status).toBe(204);
});

it('is over when its customer leaves the line or is lost, and its room is closed', async () => {
  const { services, rooms } = harness;
  const left = await requeuedCall();
  expect((await send({ file: file('leave'), method: 'POST', ...left.at })).status).toBe(204);
  await expect.poll(() => [...rooms.names]).not.toContain(left.call.id);
  const lost = await requeuedCall();
  await services.db`update calls set customer_seen_at = now() - interval '16 seconds'
    where id = ${lost.call.id}`;
  await createRound(services, timings)();
  expect(await findCall(services.db, lost.call.id)).toMatchObject({ status: 'abandoned' });
  await expect.poll(() => [...rooms.names]).not.toContain(lost.call.id);
});

it('is offered with the word that somebody had it, and its next agent reads all of it', async () => {
  const { services, people } = harness;
  const { call, at } = await requeuedCall();
  await setAgentStatus(services.db, people.otherAgent.id, 'available');
  await offerNextCalls(services.db, { offerMs: 20_000, newIdentity: () => crypto.randomUUID() });
  expect((await agentState(services, people.otherAgent.id)).offer).toMatchObject({
    callId: call.id,
    answeredBefore: true,
  });
  await acceptOffer(services.db, call.id, people.otherAgent.id);
  const cookie = await sessionHeader(harness, people.otherAgent);
  const page = await send({ file: file('events'), method: 'GET', callId: call.id, cookie });
  const { envelopes } = (await page.json()) as { envelopes: unknown[] };
  const types = envelopes.map((one) => callEventEnvelopeSchema.parse(one).event.type);
  expect(types.filter((type) => type === 'call.accepted')).toHaveLength(2);
  expect(types).toContain('call.requeued');
  const heartbeat = await send({ file: file('heartbeat'), method: 'POST', ...at });
  expect(await heartbeat.json()).toMatchObject({ status: 'active' });
  const state = customerStreamSchema.parse(await customerState(services, call.id));
  expect(state.call).toMatchObject({ status: 'active', agentName: 'other', waitsAgainSince: null });
});
