import { aUserId } from '@agent/testing/ids';
import { expect, test } from 'vitest';
import { pruneRateLimits, takeRateLimit } from '../database/throttles.ts';
import { useStore } from '../test-support/store.ts';
import {
  bumpSessionVersion,
  findCredentials,
  findUser,
  findUserByUsername,
  saveUserWithPassword,
  upsertUser,
} from './users.ts';

const store = useStore();

const alex = () => ({
  id: aUserId(),
  username: 'Alex',
  displayName: 'Alex Reed',
  role: 'agent' as const,
  passwordHash: 'hash',
});

test('a user is found by id and by name in any case, never with the password hash', async () => {
  const user = await upsertUser(store.db, alex());
  expect(user).toMatchObject({ username: 'alex', sessionVersion: 1, disabled: false });
  expect(user).not.toHaveProperty('passwordHash');
  expect(await findUser(store.db, user.id)).toEqual(user);
  expect(await findUserByUsername(store.db, ' ALEX ')).toEqual(user);
  expect(await findUserByUsername(store.db, 'nobody')).toBeUndefined();
  expect(await findCredentials(store.db, 'alex')).toEqual({ ...user, passwordHash: 'hash' });
});

test('storing a user again changes it and keeps its id', async () => {
  const { id } = await upsertUser(store.db, alex());
  const changed = await upsertUser(store.db, { ...alex(), role: 'admin', passwordHash: 'new' });
  expect(changed).toMatchObject({ id, role: 'admin' });
});

test('storing a user with the password it has leaves its sessions alone', async () => {
  const { passwordHash: _hash, ...user } = alex();
  const { id } = await saveUserWithPassword(store.db, { ...user, password: 'correct horse' });
  const again = { ...user, displayName: 'Alex R.', password: 'correct horse' };
  expect(await saveUserWithPassword(store.db, again)).toMatchObject({
    id,
    displayName: 'Alex Reed',
    sessionVersion: 1,
  });
  const changed = await saveUserWithPassword(store.db, { ...user, password: 'battery staple' });
  expect(changed).toMatchObject({ id, sessionVersion: 2 });
});

test('sessions become void by a higher version', async () => {
  const { id } = await upsertUser(store.db, alex());
  await bumpSessionVersion(store.db, id);
  expect(await findUser(store.db, id)).toMatchObject({ sessionVersion: 2 });
});

test('a rate limit lets through as many as it says, however many come at once', async () => {
  const limit = { limit: 3, windowMs: 60_000 };
  const taken = await Promise.all(
    Array.from({ length: 10 }, () => takeRateLimit(store.db, 'start:203.0.113.7', limit)),
  );
  expect(taken.filter(Boolean)).toHaveLength(3);
  expect(await takeRateLimit(store.db, 'start:203.0.113.8', limit)).toBe(true);
  await store.db`update rate_limits set window_ends_at = now()`;
  expect(await takeRateLimit(store.db, 'start:203.0.113.7', limit)).toBe(true);
});

test('only limits whose time is over are forgotten', async () => {
  await takeRateLimit(store.db, 'old', { limit: 1, windowMs: 0 });
  await takeRateLimit(store.db, 'new', { limit: 1, windowMs: 60_000 });
  await pruneRateLimits(store.db);
  expect(await store.db`select key from rate_limits`).toEqual([{ key: 'new' }]);
});
