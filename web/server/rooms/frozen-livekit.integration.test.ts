import { findCall, setAgentStatus } from '@agent/store';
import { FakeRooms } from '@agent/testing/fake-rooms';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createRound, dispatchTimings } from '../calls/dispatch.ts';
import { provideServices, type Services } from '../services.ts';
import { addCall, callInState } from '../test-support/calls-in-state.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { send } from '../test-support/send.ts';
import { customerHeader, sessionHeader } from '../test-support/viewers.ts';

let harness: Harness;
let services: Services;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(async () => {
  await harness.clear();
  const rooms = new FakeRooms();
  rooms.isFrozen = true;
  services = { ...harness.services, rooms };
  provideServices(services);
});
afterAll(() => harness.close());

it('matches calls and ends lost ones although LiveKit answers nothing', async () => {
  const { db } = services;
  const lost = await callInState(harness, 'active');
  await db`update calls set customer_seen_at = now() - interval '1 hour' where id = ${lost.id}`;
  const { id } = (await addCall(harness)).call;
  await setAgentStatus(db, harness.people.otherAgent.id, 'available');
  const round = createRound(services, { ...dispatchTimings, graceMs: 0, sweepEveryMs: 0 });
  await round();
  await round();
  expect((await findCall(db, lost.id))?.status).toBe('wrap-up');
  expect((await findCall(db, id))?.status).toBe('offered');
});

it('lets an agent accept although LiveKit answers nothing', async () => {
  const call = await callInState(harness, 'offered');
  const cookie = await sessionHeader(harness, harness.people.owner);
  const file = 'api/calls/[id]/offer/accept/route.ts';
  expect((await send({ file, method: 'POST', callId: call.id, cookie })).status).toBe(200);
});

it('closes a room at once when its call has ended, and one that a late token opened again', async () => {
  const { rooms } = harness;
  provideServices(harness.services);
  const call = await callInState(harness, 'active');
  const cookie = await customerHeader(harness, call.id);
  const at = { method: 'POST', callId: call.id, cookie };
  const token = 'api/calls/[id]/token/route.ts';
  expect((await send({ ...at, file: token })).status).toBe(200);
  expect(rooms.names).toContain(call.id);

  const open = vi.spyOn(rooms, 'open').mockImplementationOnce(async (callId) => {
    rooms.names.add(callId);
    expect((await send({ ...at, file: 'api/calls/[id]/hangup/route.ts' })).status).toBe(204);
    await vi.waitFor(() => expect(rooms.names).not.toContain(callId));
    rooms.names.add(callId);
  });
  const late = await send({ ...at, file: token });
  expect(open).toHaveBeenCalled();
  expect(late.status).toBe(409);
  expect(rooms.names).not.toContain(call.id);
});
