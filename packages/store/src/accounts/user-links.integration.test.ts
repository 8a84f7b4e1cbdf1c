import { queueIdSchema, type UserId } from '@agent/protocol';
import { aUserId } from '@agent/testing/ids';
import { beforeEach, expect, test } from 'vitest';
import { useStore } from '../test-support/store.ts';
import { findAdminUser } from './admin-users.ts';
import { changeUser } from './change-user.ts';
import { inviteUser, renewUserLink } from './invite-user.ts';
import { findLinkOwner, takeUserLink } from './user-links.ts';
import { findCredentials, upsertUser } from './users.ts';

const store = useStore();
let ada: UserId;
let eve: UserId;
let invite: string;
beforeEach(async () => {
  const user = { id: aUserId(), username: 'ada', displayName: 'Ada', passwordHash: 'none' };
  ada = (await upsertUser(store.db, { ...user, role: 'admin' })).id;
  eve = aUserId();
  const queues = [queueIdSchema.parse('main')];
  const person = { username: 'eve', displayName: 'Eve', role: 'agent' as const, queues };
  const invited = await store.db.begin((tx) => inviteUser(tx, eve, person, ada));
  if (invited.outcome !== 'invited') throw new Error('Eve was not invited.');
  invite = invited.link.token;
});

const use = (token: string, hash = 'a hash') =>
  store.db.begin((tx) => takeUserLink(tx, token, hash));

async function renew(): Promise<string> {
  const made = await store.db.begin((tx) => renewUserLink(tx, eve, ada));
  if (made.outcome !== 'made') throw new Error(`It was not made: ${made.outcome}.`);
  return made.link.token;
}

test('a link says for whom it is and lets them choose a password, once', async () => {
  expect(await findLinkOwner(store.db, invite)).toMatchObject({ username: 'eve', kind: 'invite' });
  expect(await use(invite)).toMatchObject({ userId: eve, kind: 'invite' });
  expect(await findCredentials(store.db, 'eve')).toMatchObject({ passwordHash: 'a hash' });
  expect(await findAdminUser(store.db, eve)).toMatchObject({ status: 'active', link: null });
  expect(await findLinkOwner(store.db, invite)).toBeUndefined();
  expect(await use(invite)).toBeUndefined();
});

test('of a link that is sent ten times at once, one is taken', async () => {
  const taken = await Promise.all(
    Array.from({ length: 10 }, (_, index) => use(invite, `hash ${index}`)),
  );
  expect(taken.filter(Boolean)).toHaveLength(1);
  const winner = taken.findIndex(Boolean);
  expect(await findCredentials(store.db, 'eve')).toMatchObject({ passwordHash: `hash ${winner}` });
});

test('a newer link ends the one before, and a password all of them', async () => {
  const second = await renew();
  expect(await findLinkOwner(store.db, invite)).toBeUndefined();
  expect(await use(second)).toMatchObject({ kind: 'invite' });
  const third = await renew();
  expect(await findLinkOwner(store.db, third)).toMatchObject({ kind: 'password' });
  expect(await use(third, 'another hash')).toMatchObject({ kind: 'password' });
});

test('a link is good for seven days', async () => {
  await store.db`update user_links set expires_at = expires_at - interval '7 days' + interval '1 minute'`;
  expect(await findLinkOwner(store.db, invite)).toBeDefined();
  await store.db`update user_links set expires_at = expires_at - interval '1 minute'`;
  expect(await findLinkOwner(store.db, invite)).toBeUndefined();
  expect(await use(invite)).toBeUndefined();
  expect(await findAdminUser(store.db, eve)).toMatchObject({ status: 'invited', link: null });
});

test('who is disabled has no link, also not after being enabled again', async () => {
  const set = async (disabled: boolean) => {
    const version = (await findAdminUser(store.db, eve))?.version ?? 0;
    await store.db.begin((tx) => changeUser(tx, eve, { version, disabled }, ada));
  };
  await set(true);
  expect(await use(invite)).toBeUndefined();
  expect(await store.db.begin((tx) => renewUserLink(tx, eve, ada))).toEqual({
    outcome: 'disabled',
  });
  await set(false);
  expect(await use(invite)).toBeUndefined();
  expect(await use(await renew())).toMatchObject({ kind: 'invite' });
});

test('only the hash of a link is kept', async () => {
  const [row] = await store.db`select user_links::text as text from user_links`;
  const raw = Buffer.from(invite, 'base64url').toString('hex');
  expect(row?.text).not.toContain(invite);
  expect(row?.text).not.toContain(raw);
  expect(await use('x'.repeat(43))).toBeUndefined();
});
