import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { useStore } from '../test-support/store.ts';
import { breaksConstraint, closeDatabase, inTransaction, openDatabase } from './connect.ts';

const store = useStore();

const limits = async () => (await store.db`select key from rate_limits order by key`).length;
const addLimit = (key: string) =>
  store.db`insert into rate_limits (key, window_ends_at, hits) values (${key}, now(), 1)`;

test('a statement runs once, however often it is awaited, and not at all when it is a part', async () => {
  const adding = addLimit('once');
  await adding;
  await adding;
  expect(await limits()).toBe(1);
  const part = store.db`delete from rate_limits returning key`;
  expect(await store.db`with gone as (${part}) select key from gone`).toEqual([{ key: 'once' }]);
});

test('columns come in camelCase, large counts as numbers and values never as text of the statement', async () => {
  const text = "'; drop table calls; --";
  const [row] = await store.db`
    select ${text}::text as said_by_caller, 9007199254740991::bigint as last_seq,
      ${JSON.stringify({ snake_case: [1] })}::jsonb as data, ${['a', 'b,"c']}::text[] as words`;
  expect(row).toEqual({
    saidByCaller: text,
    lastSeq: 9_007_199_254_740_991,
    data: { snake_case: [1] },
    words: ['a', 'b,"c'],
  });
});

test('a transaction stores all of it or nothing', async () => {
  const failing = store.db.begin(async (tx) => {
    await tx`insert into rate_limits (key, window_ends_at, hits) values ('a', now(), 1)`;
    throw new Error('changed its mind');
  });
  await expect(failing).rejects.toThrow('changed its mind');
  expect(await limits()).toBe(0);
  const answer = await inTransaction(store.db, async (tx) => {
    await inTransaction(tx, async (same) => {
      await same`insert into rate_limits (key, window_ends_at, hits) values ('a', now(), 1)`;
    });
    return 42;
  });
  expect(answer).toBe(42);
  expect(await limits()).toBe(1);
});

test('a transaction that goes on after a failed statement fails as a whole', async () => {
  const lost = store.db.begin(async (tx) => {
    await tx`insert into rate_limits (key, window_ends_at, hits) values ('a', now(), 1)`;
    await tx`select 1 / 0`.then(undefined, () => undefined);
  });
  await expect(lost).rejects.toThrow('has failed');
  expect(await limits()).toBe(0);
});

test('a broken constraint is told by its name, without the row that breaks it', async () => {
  await addLimit('same');
  const error = await addLimit('same').then(undefined, (failure: unknown) => failure);
  expect(breaksConstraint(error, 'rate_limits_pkey')).toBe(true);
  expect(breaksConstraint(error, 'another')).toBe(false);
  expect(JSON.stringify(error)).not.toContain('(same)');
});

test('closing ends what still runs', async () => {
  const db = openDatabase(store.url, { applicationName: randomUUID() });
  const endless = db`select pg_sleep(30)`.then(undefined, () => 'ended');
  const waiting = db.begin(async (tx) => {
    await tx`select 1`;
    return new Promise<string>(() => undefined);
  });
  void waiting.catch(() => undefined);
  await db`select 1`;
  await closeDatabase(db);
  expect(await endless).toBe('ended');
});
