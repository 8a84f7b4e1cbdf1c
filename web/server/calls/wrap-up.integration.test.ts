import type { CallId } from '@agent/protocol';
import { callViewSchema } from '@agent/protocol';
import { findCall } from '@agent/store';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { callInState } from '../test-support/calls-in-state.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { errorOf, send } from '../test-support/send.ts';
import { sessionHeader } from '../test-support/viewers.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(async () => {
  await harness.clear();
  const { db } = harness.services;
  await db`insert into queues (id, name) values ('orders', 'Orders')`;
  await db`
    insert into queue_outcomes (queue_id, id, label, resolves, place) values
      ('orders', 'sold', 'Sold', true, 0), ('orders', 'not-sold', 'Not sold', false, 1)`;
  await db`
    insert into agent_queues (agent_id, queue_id) values (${harness.people.owner.id}, 'orders')`;
});
afterEach(async () => {
  const { db } = harness.services;
  await harness.clear();
  for (const table of ['agent_queues', 'queue_outcomes']) {
    await db`delete from ${db.raw(table)} where queue_id <> 'main'`;
  }
  await db`delete from queues where id <> 'main'`;
});
afterAll(() => harness.close());

const file = 'api/calls/[id]/wrap-up/route.ts';
const ask = async (method: 'PUT' | 'POST', callId: CallId, disposition: string | null) => {
  const cookie = await sessionHeader(harness, harness.people.owner);
  return send({ file, method, callId, cookie, body: { disposition, notes: 'Kind.' } });
};
const refusal = async (response: Response) => {
  expect(response.status).toBe(400);
  return (await errorOf(response)).fields?.disposition;
};

it("a wrap-up takes the outcomes of the call's queue, and shows them to its agent", async () => {
  const { id } = await callInState(harness, 'wrap-up', { queue: 'orders' });
  const cookie = await sessionHeader(harness, harness.people.owner);
  const view = await send({ file: 'api/calls/[id]/route.ts', method: 'GET', callId: id, cookie });
  expect(callViewSchema.parse(await view.json()).wrapUp).toMatchObject({
    outcomes: [
      { id: 'sold', label: 'Sold', resolves: true },
      { id: 'not-sold', label: 'Not sold', resolves: false },
    ],
    outcomeRequired: true,
  });
  expect(await refusal(await ask('PUT', id, 'resolved'))).toMatch(/cannot be chosen any more/);
  expect((await ask('PUT', id, 'sold')).status).toBe(204);
  expect((await ask('PUT', id, null)).status).toBe(204);
  expect(await refusal(await ask('POST', id, null))).toBe('Choose how the call turned out.');
  expect((await ask('POST', id, 'not-sold')).status).toBe(204);
  expect(await findCall(harness.services.db, id)).toMatchObject({
    ...{ status: 'closed', disposition: 'not-sold', queueId: 'orders' },
  });
});

it('an outcome that was removed meanwhile is refused, and one of another queue as well', async () => {
  const { id } = await callInState(harness, 'wrap-up', { queue: 'orders' });
  await harness.services.db`update queue_outcomes set removed_at = now() where id = 'sold'`;
  for (const outcome of ['sold', 'resolved', 'never-was']) {
    expect(await refusal(await ask('POST', id, outcome))).toMatch(/Choose another/);
  }
  expect(await findCall(harness.services.db, id)).toMatchObject({ status: 'wrap-up' });
});

it('needs no outcome where the queue asks for none', async () => {
  const { id } = await callInState(harness, 'wrap-up', { queue: 'orders' });
  await harness.services.db`update queues set outcome_required = false where id = 'orders'`;
  expect((await ask('POST', id, null)).status).toBe(204);
  const { db } = harness.services;
  expect(await findCall(db, id)).toMatchObject({ status: 'closed', disposition: null });
  const [event] = await db`
    select data from call_events where call_id = ${id} and type = 'call.wrapped-up'`;
  expect(event).toMatchObject({ data: { disposition: null, notes: 'Kind.' } });
});

it('a call that is closed is closed, whatever is chosen', async () => {
  const { id } = await callInState(harness, 'closed', { queue: 'orders' });
  for (const outcome of ['sold', 'never-was', null]) {
    expect((await ask('POST', id, outcome)).status).toBe(409);
  }
});
