import { aQueueId } from '@agent/testing/ids';
import { expect, test } from 'vitest';
import { closeAbandonedWrapUps } from '../calls/lost.ts';
import { finishWrapUp } from '../calls/wrap-up.ts';
import { find, newSession } from '../test-support/sessions.ts';
import { age, newQueue, useStore } from '../test-support/store.ts';
import { readSession } from './read-session.ts';
import { readSessionChoices } from './session-choices.ts';

const store = useStore();

async function addOrders() {
  const orders = await newQueue(store.db, 'orders');
  await store.db`
    insert into queue_outcomes (queue_id, id, label, resolves, place) values
      (${orders}, 'resolved', 'Fixed', true, 0), (${orders}, 'sold', 'Sold', true, 1),
      (${orders}, 'abandoned', 'Left the shop', false, 2)`;
  return orders;
}

test('calls are found by queue and by an outcome of any queue, each in words of its own', async () => {
  const orders = await addOrders();
  const ofMain = await newSession(store.db);
  const ofOrders = await newSession(store.db, { call: { queueId: orders } });
  const ids = async (query: Parameters<typeof find>[1]) =>
    (await find(store.db, query)).sessions.map(({ callId }) => callId);
  expect(await ids({ queue: orders })).toEqual([ofOrders.callId]);
  expect(await ids({ queue: aQueueId('nowhere') })).toEqual([]);
  expect((await ids({ outcome: 'resolved' })).sort()).toEqual(
    [ofMain.callId, ofOrders.callId].sort(),
  );
  expect(await ids({ outcome: 'resolved', queue: aQueueId() })).toEqual([ofMain.callId]);
  const [found] = (await find(store.db, { queue: orders })).sessions;
  expect(found).toMatchObject({
    queue: { id: orders, name: 'orders' },
    disposition: 'resolved',
    outcome: { label: 'Fixed', resolves: true },
  });
  await store.db`update queue_outcomes set removed_at = now() where queue_id = ${orders}`;
  await store.db`update queues set name = 'Sales', removed_at = now() where id = ${orders}`;
  expect(await readSession(store.db, ofOrders.callId)).toMatchObject({
    queue: { id: orders, name: 'Sales' },
    outcome: { label: 'Fixed', resolves: true },
  });
});

test('what can be looked for is in the words of the first queue that has it', async () => {
  await addOrders();
  await store.db`update queue_outcomes set removed_at = now() where id = 'sold'`;
  const { queues, outcomes } = await readSessionChoices(store.db);
  expect(queues).toEqual([
    { id: 'main', name: 'Main' },
    { id: 'orders', name: 'orders' },
  ]);
  expect(outcomes.map(({ label }) => label)).toEqual([
    ...['Resolved', 'Follow-up needed', 'Escalated', 'Left the shop', 'Other', 'Sold'],
  ]);
});

test('an outcome of the name of those who gave up is found with them', async () => {
  const orders = await addOrders();
  const { callId } = await newSession(store.db, { call: { queueId: orders } });
  await store.db`update calls set disposition = 'abandoned' where id = ${callId}`;
  const { sessions } = await find(store.db, { outcome: 'abandoned' });
  expect(sessions).toMatchObject([{ callId, outcome: { label: 'Left the shop' } }]);
});

test('the system closes as other, also where the queue has no such outcome', async () => {
  const orders = await addOrders();
  const { callId } = await newSession(store.db, { call: { queueId: orders } });
  await store.db`
    update calls set status = 'wrap-up', wrapped_up_at = null, closed_by = null, disposition = 'sold'
    where id = ${callId}`;
  await age(store.db, callId, 'agent_seen_at', 700_000);
  await closeAbandonedWrapUps(store.db, { silentMs: 600_000 });
  expect(await readSession(store.db, callId)).toMatchObject({
    disposition: 'other',
    outcome: { label: 'Other', resolves: false },
  });
  expect(await finishWrapUp(store.db, callId, { disposition: null, notes: '' })).toBeUndefined();
});
