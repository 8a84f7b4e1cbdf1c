import { aCustomerId } from '@agent/testing/ids';
import { expect, test, vi } from 'vitest';
import { endCall } from '../calls/call-endings.ts';
import { listen } from '../database/notifications.ts';
import { customer, order, stored } from '../test-support/customers.ts';
import { newActiveCall, useStore } from '../test-support/store.ts';
import { linkCustomer } from './customer-link.ts';

const store = useStore();

/** The customers told of while `work` was done, sorted. */
async function toldOf(work: () => PromiseLike<unknown>): Promise<string[]> {
  const told = new Set<string>();
  const listening = await listen(store.db, 'customer', (customerId) => told.add(customerId));
  await work();
  // Notifications keep the order of commits: with this one here, all before are here.
  await store.db`select pg_notify('customer', 'last')`;
  await vi.waitUntil(() => told.delete('last'));
  await listening.close();
  return [...told].sort();
}

const [maria, james] = [
  customer({ customerId: aCustomerId('maria') }),
  customer({ customerId: aCustomerId('james') }),
];

test('every change of a record is told with the customer’s id', async () => {
  const { db } = store;
  const ticket = db`insert into tickets values ('T-1', 'maria', 'Late', 'open', now(), '4521')`;
  const mariasOrder = { ...maria, orders: [order('4521')] };
  expect(await toldOf(() => stored(db, mariasOrder))).toEqual(['maria']);
  for (const change of [
    db`update orders set status = 'refunded' where number = '4521'`,
    db`update customers set status = 'paused' where id = 'maria'`,
    ticket,
    db`update tickets set status = 'closed'`,
    db`delete from orders`,
    db`delete from customers`,
  ])
    expect(await toldOf(() => change)).toEqual(['maria']);
});

test('an order that goes to another customer is told to both', async () => {
  await stored(store.db, { ...maria, orders: [order('4521')] }, james);
  const move = () => store.db`update orders set customer_id = 'james'`;
  expect(await toldOf(move)).toEqual(['james', 'maria']);
});

test('a change that is taken back is not told', async () => {
  await stored(store.db, maria);
  const undo = async () => {
    const undone = store.db.begin(async (tx) => {
      await tx`update customers set status = 'paused'`;
      throw new Error('Changed my mind.');
    });
    await expect(undone).rejects.toThrow('Changed my mind.');
  };
  expect(await toldOf(undo)).toEqual([]);
});

test('a call that ends is told to the record it belongs to', async () => {
  const { call } = await newActiveCall(store.db);
  const unknown = await newActiveCall(store.db);
  await linkCustomer(store.db, call.id, { customerId: aCustomerId('maria'), by: 'agent' });
  const end = async () => {
    await endCall(store.db, call.id, 'agent-hung-up');
    await endCall(store.db, unknown.call.id, 'agent-hung-up');
  };
  expect(await toldOf(end)).toEqual(['maria']);
});
