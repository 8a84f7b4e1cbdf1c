import {
  type AdminUser,
  queueIdSchema,
  type UserChangeRequest,
  type UserId,
} from '@agent/protocol';
import { aUserId } from '@agent/testing/ids';
import { beforeEach, expect, test, vi } from 'vitest';
import { offerNextCalls } from '../calls/dispatch.ts';
import { listen } from '../database/notifications.ts';
import { newActiveCall, newAgent, newCall, offerOptions, useStore } from '../test-support/store.ts';
import { findAdminUser, findUsers, USERS_OF_A_PAGE } from './admin-users.ts';
import { recordAudit } from './audit.ts';
import { changeUser } from './change-user.ts';
import { inviteUser } from './invite-user.ts';
import { findUser, saveUserWithPassword, upsertUser } from './users.ts';

const store = useStore();
const main = queueIdSchema.parse('main');
const billing = queueIdSchema.parse('billing');

let ada: UserId;
beforeEach(async () => {
  ada = await newAdmin('Ada');
  await store.db`insert into queues (id, name) values ('billing', 'Billing') on conflict do nothing`;
});

async function newAdmin(name: string): Promise<UserId> {
  const role = 'admin' as const;
  const user = { id: aUserId(), username: name, displayName: name, role, passwordHash: 'none' };
  return (await upsertUser(store.db, user)).id;
}

async function one(userId: UserId): Promise<AdminUser> {
  const user = await findAdminUser(store.db, userId);
  if (!user) throw new Error('There is nobody.');
  return user;
}

async function change(
  userId: UserId,
  what: Omit<UserChangeRequest, 'version'> & { version?: number },
  by = ada,
) {
  const version = what.version ?? (await one(userId)).version;
  return store.db.begin((tx) => changeUser(tx, userId, { ...what, version }, by));
}

test('a change is stored, raises the version and says what was another before', async () => {
  const bo = await newAgent(store.db, 'bo');
  const { version } = await one(bo);
  const changed = await change(bo, { displayName: 'Bo Reed', queues: [main, billing] });
  expect(changed).toMatchObject({
    outcome: 'changed',
    parts: ['name', 'queues'],
    before: { displayName: 'bo' },
    user: {
      displayName: 'Bo Reed',
      queues: [
        { id: 'billing', name: 'Billing' },
        { id: 'main', name: 'Main' },
      ],
    },
  });
  expect((await one(bo)).version).toBeGreaterThan(version);
  expect(await findUser(store.db, bo)).toMatchObject({ sessionVersion: 1 });
});

test('the same again changes nothing, also from a version that is gone', async () => {
  const bo = await newAgent(store.db, 'bo');
  const again = { displayName: 'Bo Reed', version: (await one(bo)).version };
  expect(await change(bo, again)).toMatchObject({ outcome: 'changed' });
  const { version } = await one(bo);
  expect(await change(bo, again)).toMatchObject({ outcome: 'same' });
  expect((await one(bo)).version).toBe(version);
});

test('who comes second is told what the first has changed', async () => {
  const bo = await newAgent(store.db, 'bo');
  const { version } = await one(bo);
  const first = await change(bo, { role: 'supervisor' });
  if (first.outcome !== 'changed') throw new Error('It was not changed.');
  await recordAudit(store.db, {
    action: 'user.changed',
    actor: { userId: ada, displayName: 'Ada' },
    address: null,
    subject: { kind: 'user', id: bo },
    data: { version: first.user.version, changed: first.parts },
  });
  expect(await change(bo, { displayName: 'Bo Reed', version })).toMatchObject({
    outcome: 'stale',
    since: [{ byName: 'Ada', parts: ['role'] }],
    user: { role: 'supervisor', displayName: 'bo', queues: [] },
  });
});

test('of ten changes of one version at once, one is made', async () => {
  const bo = await newAgent(store.db, 'bo');
  const { version } = await one(bo);
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, (_, index) => change(bo, { displayName: `Bo ${index}`, version })),
  );
  const made = outcomes.filter(({ outcome }) => outcome === 'changed');
  expect(made).toHaveLength(1);
  expect(outcomes.filter(({ outcome }) => outcome === 'stale')).toHaveLength(9);
  expect((await one(bo)).version).toBe(version + 1);
});

test.each([{ disabled: true }, { role: 'supervisor' as const }])(
  'the last admin who can sign in keeps its rights: %j',
  async (what) => {
    const cleo = await newAdmin('Cleo');
    await store.db.begin((tx) =>
      inviteUser(
        tx,
        aUserId(),
        { username: 'eve', displayName: 'Eve', role: 'admin', queues: [] },
        ada,
      ),
    );
    expect(await change(cleo, { disabled: true })).toMatchObject({ outcome: 'changed' });
    expect((await one(ada)).isLastAdmin).toBe(true);
    expect(await change(ada, what)).toEqual({ outcome: 'last-admin' });
    expect(await one(ada)).toMatchObject({ role: 'admin', status: 'active' });
  },
);

test('of two admins who take each other’s rights away at once one keeps them', async () => {
  const bo = await newAdmin('Bo');
  const outcomes = await Promise.all([
    change(bo, { role: 'agent' }, ada),
    change(ada, { disabled: true }, bo),
  ]);
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['changed', 'not-admin']);
});

test('nothing else takes the rights of the last admin away either', async () => {
  for (const wrong of ['disabled = true', `role = 'agent'`, 'password_hash = null']) {
    const statement = store.db`update users set ${store.db.raw(wrong)} where id = ${ada}`;
    await expect(statement).rejects.toMatchObject({ constraint: 'users_last_admin' });
  }
  const bo = await newAdmin('Bo');
  const outcomes = await Promise.allSettled(
    [ada, bo].map((id) => store.db`update users set role = 'supervisor' where id = ${id}`),
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('accounts of the environment keep the name and role that an admin gave them', async () => {
  const given = { id: aUserId(), username: 'agent1', displayName: 'Alex', role: 'agent' as const };
  const { id } = await saveUserWithPassword(store.db, { ...given, password: 'correct horse' });
  await change(id, { role: 'admin', displayName: 'Alex Reed' });
  await change(ada, { disabled: true }, id);
  await saveUserWithPassword(store.db, { ...given, password: 'correct horse' });
  expect(await one(id)).toMatchObject({
    role: 'admin',
    displayName: 'Alex Reed',
    isLastAdmin: true,
  });
});

test('nobody takes their own rights away, but changes their name', async () => {
  await newAdmin('Bo');
  expect(await change(ada, { disabled: true })).toEqual({ outcome: 'own-account' });
  expect(await change(ada, { role: 'agent' })).toEqual({ outcome: 'own-account' });
  expect(await change(ada, { displayName: 'Ada L.' })).toMatchObject({ outcome: 'changed' });
});

test('who is no admin any more, or never was, changes nobody', async () => {
  const bo = await newAgent(store.db, 'bo');
  expect(await change(ada, { disabled: true }, bo)).toEqual({ outcome: 'not-admin' });
});

test('admins have no queues, and others only those that are there', async () => {
  const bo = await newAgent(store.db, 'bo');
  const nowhere = queueIdSchema.parse('nowhere');
  expect(await change(bo, { queues: [main, nowhere] })).toEqual({
    outcome: 'unknown-queue',
    queueId: 'nowhere',
  });
  expect(await change(ada, { queues: [main] })).toEqual({ outcome: 'admin-of-queues' });
  expect(await change(aUserId(), { queues: [main], version: 1 })).toEqual({ outcome: 'not-found' });
  await store.db`update queues set removed_at = now() where id = 'billing'`;
  expect(await change(bo, { queues: [billing] })).toMatchObject({ outcome: 'unknown-queue' });
  await store.db`update queues set removed_at = null where id = 'billing'`;
});

test('a supervisor looks after the queues that are chosen, with another role after none of them', async () => {
  const bo = await newAgent(store.db, 'bo');
  const rows = () => store.db`select queue_id from queue_supervisors where user_id = ${bo}`;
  const promoted = await change(bo, { role: 'supervisor', queues: [main] });
  expect(promoted).toMatchObject({ parts: ['role', 'queues'], user: { queues: [{ id: main }] } });
  expect(await rows()).toEqual([{ queueId: main }]);
  expect(await store.db`select 1 from agent_queues where agent_id = ${bo}`).toEqual([]);
  expect(await change(bo, { queues: [main] })).toMatchObject({ outcome: 'same' });
  const { version } = await one(bo);
  expect(await change(bo, { queues: [] })).toMatchObject({ parts: ['queues'] });
  expect(await change(bo, { queues: [billing], version })).toMatchObject({ outcome: 'stale' });
  await change(bo, { queues: [billing] });
  const back = await change(bo, { role: 'agent' });
  expect(back).toMatchObject({ parts: ['role'], user: { role: 'agent', queues: [] } });
  expect(await rows()).toEqual([]);
  const invited = await store.db.begin((tx) => {
    const eve = { username: 'eve', displayName: 'Eve', role: 'supervisor', queues: [billing] };
    return inviteUser(tx, aUserId(), { ...eve, role: 'supervisor' }, ada);
  });
  expect(invited).toMatchObject({ user: { queues: [{ id: billing }] } });
});

test('whoever keeps the rooms is told at once of the calls that a supervisor listens to', async () => {
  const bo = await newAgent(store.db, 'bo');
  await change(bo, { role: 'supervisor' });
  const listenTo = async (isOver: boolean) => {
    const { call } = await newActiveCall(store.db);
    await store.db`
      insert into call_monitors (id, call_id, supervisor_id, supervisor_name, mode, agent_told,
        ended_at, ended_by)
      values (gen_random_uuid(), ${call.id}, ${bo}, 'Bo', 'listen', false,
        ${isOver ? new Date() : null}, ${isOver ? 'left' : null})`;
    return call.id;
  };
  const [open] = [await listenTo(false), await listenTo(true)];
  const told: string[] = [];
  const listening = await listen(store.db, 'monitor', (callId) => told.push(callId));
  await change(bo, { queues: [billing] });
  await vi.waitFor(() => expect(told).toEqual([open]), 10_000);
  await listening.close();
});

test('matching and whoever reads queues are told at once of another queue', async () => {
  const bo = await newAgent(store.db, 'bo');
  const waiting = await newCall(store.db, { queueId: billing });
  const onDesk = vi.fn();
  const onQueue = vi.fn();
  const listening = [
    await listen(store.db, 'desk', onDesk),
    await listen(store.db, 'queue', onQueue),
  ];
  expect(await offerNextCalls(store.db, offerOptions)).toEqual([]);
  await change(bo, { queues: [billing] });
  await vi.waitFor(() => expect(onDesk).toHaveBeenCalledWith('*'), 15_000);
  await vi.waitFor(() => expect(onQueue.mock.calls.flat().sort()).toEqual(['billing', 'main']));
  for (const one of listening) await one.close();
  expect(await offerNextCalls(store.db, offerOptions)).toMatchObject([
    { call: { id: waiting.id, offeredTo: bo } },
  ]);
});

test('another way into a queue makes another version of its agent', async () => {
  const bo = await newAgent(store.db, 'bo');
  const { version } = await one(bo);
  await store.db`insert into agent_queues (agent_id, queue_id) values (${bo}, 'billing')`;
  expect(await change(bo, { queues: [], version })).toMatchObject({ outcome: 'stale' });
});

test('people are found by name, accents and case aside, and page by page', async () => {
  const names = Array.from({ length: USERS_OF_A_PAGE + 5 }, (_, index) => `p${100 + index}`);
  for (const name of names) await newAgent(store.db, name);
  await newAdmin('Zoë');
  const first = await findUsers(store.db, {});
  if (first.outcome !== 'found') throw new Error('There is no first page.');
  const second = await findUsers(store.db, { cursor: first.nextCursor ?? '' });
  if (second.outcome !== 'found') throw new Error('There is no second page.');
  expect(second.nextCursor).toBeNull();
  const found = [...first.users, ...second.users].map(({ displayName }) => displayName);
  expect(found).toEqual(['Ada', ...names, 'Zoë']);
  expect(await findUsers(store.db, { query: 'zoe' })).toMatchObject({
    users: [{ displayName: 'Zoë', username: 'zoë' }],
  });
  expect(await findUsers(store.db, { query: '%' })).toMatchObject({ users: [] });
  expect(await findUsers(store.db, { cursor: 'x' })).toEqual({ outcome: 'no-place' });
});

test('says when somebody signed in last, and whether they can', async () => {
  await recordAudit(store.db, {
    action: 'session.signed-in',
    actor: { userId: ada, displayName: 'Ada' },
    address: null,
  });
  expect(await one(ada)).toMatchObject({ status: 'active', lastSignedInAt: expect.any(String) });
  const person = { username: 'eve', displayName: 'Eve', role: 'agent' as const, queues: [main] };
  const invited = await store.db.begin((tx) => inviteUser(tx, aUserId(), person, ada));
  expect(invited).toMatchObject({
    outcome: 'invited',
    user: { status: 'invited', lastSignedInAt: null, link: { kind: 'invite' }, hasPassword: false },
  });
  expect(await store.db.begin((tx) => inviteUser(tx, aUserId(), person, ada))).toEqual({
    outcome: 'name-taken',
  });
});
