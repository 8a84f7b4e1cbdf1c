import { findCall } from '@agent/store';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createRound, dispatchTimings } from '../calls/dispatch.ts';
import { addCall, callInState } from '../test-support/calls-in-state.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { errorOf, send } from '../test-support/send.ts';
import { sessionHeader } from '../test-support/viewers.ts';
import { agentState } from './agent-stream.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(() => harness.clear());
afterAll(() => harness.close());

async function choose(body: unknown) {
  const cookie = await sessionHeader(harness, harness.people.owner);
  return send({ file: 'api/agent/status/route.ts', method: 'POST', cookie, body });
}

async function finish(callId: string) {
  const cookie = await sessionHeader(harness, harness.people.owner);
  const body = { disposition: 'resolved', notes: '' };
  return send({ file: 'api/calls/[id]/wrap-up/route.ts', method: 'POST', callId, cookie, body });
}

const desk = () => agentState(harness.services, harness.people.owner.id);

it('keeps a break that is chosen during a call, tells the desk, and begins it with the end of the wrap-up', async () => {
  const call = await callInState(harness, 'active');
  const { id: waiting } = (await addCall(harness)).call;
  const reason = { kind: 'other', note: 'Dentist' };
  expect((await choose({ status: 'break', reason })).status).toBe(204);
  expect(await desk()).toMatchObject({
    status: 'on-call',
    nextStatus: 'break',
    breakReason: reason,
  });
  await harness.services.db`
    update calls set status = 'wrap-up', ended_at = now(), talk_ended_at = now(),
      wrap_up_started_at = now(), end_reason = 'system' where id = ${call.id}`;
  const round = createRound(harness.services, dispatchTimings);
  await Promise.all([round(), finish(call.id)]);
  await round();
  expect(await desk()).toMatchObject({
    ...{ status: 'break', nextStatus: null, breakReason: reason, offer: null },
  });
  expect((await findCall(harness.services.db, waiting))?.status).toBe('queued');
  expect((await choose({ status: 'available' })).status).toBe(204);
  await round();
  expect((await desk()).offer?.callId).toBe(waiting);
});

it('lets an agent take it back, and go off duty after the call', async () => {
  const call = await callInState(harness, 'wrap-up');
  await choose({ status: 'break', reason: { kind: 'lunch' } });
  await choose({ status: 'available' });
  expect(await desk()).toMatchObject({ nextStatus: null, breakReason: null });
  await choose({ status: 'offline' });
  expect(await desk()).toMatchObject({ status: 'wrap-up', nextStatus: 'offline' });
  await finish(call.id);
  expect(await desk()).toMatchObject({ status: 'offline', closedInAbsence: null });
});

it('refuses a choice while a call is on offer, in words', async () => {
  await callInState(harness, 'offered');
  const refused = await choose({ status: 'break', reason: { kind: 'lunch' } });
  expect(refused.status).toBe(409);
  expect((await errorOf(refused)).message).toMatch(/Accept or decline it first/);
});

it.each([
  ['a reason of the system', { status: 'break', reason: { kind: 'no-answer' } }],
  ['a reason for something else than a break', { status: 'offline', reason: { kind: 'lunch' } }],
  ['a note that is too long', { status: 'break', reason: { kind: 'other', note: 'x'.repeat(61) } }],
  [
    'a note with a hidden character',
    { status: 'break', reason: { kind: 'other', note: 'a\u0000b' } },
  ],
  ['a reason without a kind', { status: 'break', reason: { note: 'x' } }],
])('refuses %s', async (_, body) => {
  expect((await choose(body)).status).toBe(400);
  expect((await desk()).status).toBe('offline');
});

it('an agent who is disabled with a break to come goes nowhere but off duty', async () => {
  const call = await callInState(harness, 'wrap-up');
  await choose({ status: 'break', reason: { kind: 'lunch' } });
  const { db } = harness.services;
  const { owner } = harness.people;
  await db`update users set disabled = true where id = ${owner.id}`;
  try {
    expect((await choose({ status: 'available' })).status).toBe(401);
    expect((await finish(call.id)).status).toBe(401);
    await db`update calls set agent_seen_at = now() - interval '1 hour' where id = ${call.id}`;
    await createRound(harness.services, { ...dispatchTimings, graceMs: 0 })();
    expect(await desk()).toMatchObject({ status: 'offline', nextStatus: null, breakReason: null });
  } finally {
    await db`update users set disabled = false where id = ${owner.id}`;
    const [user] = await db<{ sessionVersion: number }[]>`
      select session_version from users where id = ${owner.id}`;
    owner.sessionVersion = user?.sessionVersion ?? owner.sessionVersion;
  }
});
