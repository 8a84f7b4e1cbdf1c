import type { CustomerId, UserId } from '@agent/protocol';
import { aCustomerId } from '@agent/testing/ids';
import { expect, test } from 'vitest';
import { newAgent, useStore } from '../test-support/store.ts';
import { prunePeopleShown, takePeople } from './people-shown.ts';

const store = useStore();
const budget = { perMinute: 5, perHour: 8, perDay: 10 };

const ids = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => aCustomerId(`c-${from + index}`));
const take = (userId: UserId, customerIds: readonly CustomerId[]) =>
  store.db.begin((tx) => takePeople(tx, userId, customerIds, budget));

async function later(minutes: number) {
  await store.db`
    update people_shown set counted_at = counted_at - ${minutes}::integer * interval '1 minute'`;
}

test('counts people, not requests: the same again are free', async () => {
  const user = await newAgent(store.db);
  for (let count = 0; count < 20; count++) {
    expect((await take(user, ids(0, 5))).outcome).toBe('shown');
  }
  expect((await take(user, ids(4, 2))).outcome).toBe('too-many');
  expect((await take(user, ids(0, 1))).outcome).toBe('shown');
  expect((await take(await newAgent(store.db), ids(4, 2))).outcome).toBe('shown');
});

test('counts without a limit where there is no budget, and lets look again at those', async () => {
  const user = await newAgent(store.db);
  const free = await store.db.begin((tx) => takePeople(tx, user, ids(0, 20), null));
  expect(free.outcome).toBe('shown');
  expect((await take(user, ids(0, 20))).outcome).toBe('shown');
  expect((await take(user, ids(20, 1))).outcome).toBe('too-many');
});

test('lets no more through when many ask at once', async () => {
  const user = await newAgent(store.db);
  const taken = await Promise.all(
    Array.from({ length: 40 }, (_, index) => take(user, ids(index, 1))),
  );
  expect(taken.filter(({ outcome }) => outcome === 'shown')).toHaveLength(5);
});

test('says when there is room again, and has it then', async () => {
  const user = await newAgent(store.db);
  await take(user, ids(0, 5));
  const refused = await take(user, ids(5, 1));
  if (refused.outcome !== 'too-many') throw new Error('It was let through.');
  expect(refused.retryAfterMs).toBeGreaterThan(50_000);
  expect(refused.retryAfterMs).toBeLessThanOrEqual(60_000);
  await later(1);
  expect((await take(user, ids(5, 3))).outcome).toBe('shown');
});

test('counts by the hour and by the day too', async () => {
  const user = await newAgent(store.db);
  await take(user, ids(0, 5));
  await later(2);
  await take(user, ids(5, 3));
  await later(2);
  const hourly = await take(user, ids(8, 1));
  if (hourly.outcome !== 'too-many') throw new Error('It was let through.');
  expect(hourly.retryAfterMs).toBeGreaterThan(50 * 60_000);
  await later(60);
  expect((await take(user, ids(8, 2))).outcome).toBe('shown');
  await later(60);
  expect((await take(user, ids(10, 1))).outcome).toBe('too-many');
  await later(24 * 60);
  expect((await take(user, ids(10, 1))).outcome).toBe('shown');
  await prunePeopleShown(store.db);
  expect(await store.db`select customer_id from people_shown`).toEqual([
    { customerId: aCustomerId('c-10') },
  ]);
});
