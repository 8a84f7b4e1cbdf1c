import { bumpSessionVersion, endCall, findCall } from '@agent/store';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { callInState } from '../test-support/calls-in-state.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { send } from '../test-support/send.ts';
import { sessionHeader } from '../test-support/viewers.ts';
import { expelOnce, startExpelling } from './expel.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(async () => {
  await harness.clear();
  harness.rooms.isDown = false;
  harness.rooms.removed.length = 0;
});
afterAll(() => harness.close());

it('puts an agent whose session ends out of the room at once, and again when it comes back', async () => {
  const { services, rooms, people } = harness;
  const call = await callInState(harness, 'active');
  const before = call.agentIdentity ?? '';
  rooms.inside.add(before);
  const expelling = startExpelling(services, {
    everyMs: 3_600_000,
    againMs: 20,
    againLooks: 1_000,
  });
  await bumpSessionVersion(services.db, people.owner.id);
  people.owner.sessionVersion += 1;
  await vi.waitFor(() => expect(rooms.inside.size).toBe(0), 15_000);
  rooms.inside.add(before);
  await vi.waitFor(() => expect(rooms.inside.size).toBe(0), 15_000);
  await expelling.close();
  expect(new Set(rooms.removed.map(({ identity }) => identity))).toEqual(new Set([before]));
  expect(await findCall(services.db, call.id)).toMatchObject({ status: 'active' });
});

it('lets it in again under another identity once it has signed in', async () => {
  const { services, rooms, people } = harness;
  const call = await callInState(harness, 'active');
  const token = { file: 'api/calls/[id]/token/route.ts', method: 'POST', callId: call.id };
  const old = await sessionHeader(harness, people.owner);
  await bumpSessionVersion(services.db, people.owner.id);
  people.owner.sessionVersion += 1;
  expect((await send({ ...token, cookie: old })).status).toBe(401);
  const cookie = await sessionHeader(harness, people.owner);
  const access = (await (await send({ ...token, cookie })).json()) as { identity: string };
  expect(access.identity).not.toBe(call.agentIdentity);
  rooms.inside.add(access.identity);
  await expelOnce(services);
  expect([...rooms.inside]).toEqual([access.identity]);
  rooms.inside.clear();
});

it('looks for nobody once the call is over', async () => {
  const { services, rooms, people } = harness;
  const call = await callInState(harness, 'active');
  await bumpSessionVersion(services.db, people.owner.id);
  people.owner.sessionVersion += 1;
  await endCall(services.db, call.id, 'customer-hung-up');
  expect(await expelOnce(services)).toBe(false);
  expect(rooms.removed).toEqual([]);
});

it('goes on when LiveKit does not answer', async () => {
  const { services, rooms, people, logLines } = harness;
  await callInState(harness, 'active');
  await bumpSessionVersion(services.db, people.owner.id);
  people.owner.sessionVersion += 1;
  rooms.isDown = true;
  expect(await expelOnce(services)).toBe(false);
  expect(logLines.join('')).toContain('not put out of a room');
});
