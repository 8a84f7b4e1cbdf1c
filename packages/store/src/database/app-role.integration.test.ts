import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withDispatcherLock } from '../calls/dispatch.ts';
import { appendCallEvent } from '../log/call-events.ts';
import { readCallEvents } from '../log/read-call-events.ts';
import { chat, newActiveCall, useStore } from '../test-support/store.ts';
import { appendOnlyTables, prepareAppRole } from './app-role.ts';
import { closeDatabase, type Database, openDatabase } from './connect.ts';
import { databaseUrl } from './database-url.ts';
import { listen } from './notifications.ts';

const store = useStore();
let role: string;
let app: Database;

beforeEach(async () => {
  role = `app ${randomUUID()}`;
  await prepareAppRole(store.url, appUrl('S3cr/t+=@%'));
  app = openDatabase(appUrl('S3cr/t+=@%'));
});
afterEach(() => closeDatabase(app));

function appUrl(password: string): string {
  const url = new URL(store.url);
  url.username = encodeURIComponent(role);
  return databaseUrl(url.href, password);
}

test('it does what web and bot do: whole calls, their log, notifications, the lock of the dispatcher', async () => {
  const heard: string[] = [];
  const listening = await listen(app, 'call', (id) => heard.push(id));
  const { call } = await newActiveCall(app);
  await appendCallEvent(app, call.id, chat('Hello'));
  const { envelopes } = await readCallEvents(app, call.id, {
    audience: 'staff',
    afterSeq: 0,
    limit: 9,
  });
  expect(envelopes.map(({ event }) => event.type)).toContain('chat.message');
  await expect.poll(() => heard).toContain(call.id);
  expect(await withDispatcherLock(app, async () => undefined)).toBe(true);
  await listening.close();
});

test.each([
  `update call_events set actor = 'agent'`,
  'delete from call_events',
  'truncate call_events',
  'alter table call_events disable trigger all',
  'drop trigger call_events_append_only on call_events',
  `create or replace function refuse_change_of_log() returns trigger language plpgsql as 'begin return null; end'`,
  'drop table call_events',
  'set session_replication_role = replica',
  'truncate calls',
  'update audit_log set data = data',
  'delete from audit_log',
  'truncate audit_log',
  'drop table audit_log',
  'alter table audit_log disable trigger all',
  'drop trigger audit_log_append_only on audit_log',
  'drop index audit_log_by_time',
  `update settings set value = '1'`,
  'delete from settings',
  'truncate settings',
  'drop trigger settings_told on settings',
  'update consents set accepted = true',
  'delete from consents',
  `insert into schema_migrations values ('99')`,
  'update agent_intervals set ended_at = null',
  'delete from agent_intervals',
])('it may not: %s', async (statement) => {
  const { call } = await newActiveCall(app);
  await expect(app.raw(statement)).rejects.toMatchObject({ code: '42501' });
  expect(call.status).toBe('active');
});

test('every table that a trigger keeps from being changed is one it may only add to', async () => {
  const rows = await store.db<{ name: string }[]>`
    select distinct c.relname as name from pg_trigger t
    join pg_class c on c.oid = t.tgrelid join pg_proc f on f.oid = t.tgfoid
    where f.proname like 'refuse%'`;
  expect(rows.length).toBeGreaterThan(0);
  for (const { name } of rows) expect(appendOnlyTables).toContain(name);
});

test('it covers tables that are made later, when it is prepared again', async () => {
  await store.db`create table notes (id bigserial, what text)`;
  try {
    await expect(app`insert into notes (what) values ('x')`).rejects.toThrow();
    await prepareAppRole(store.url, appUrl('S3cr/t+=@%'));
    await app`insert into notes (what) values ('x')`;
    await app`update notes set what = 'y'`;
  } finally {
    await store.db`drop table notes`;
  }
});

test('a new password lets it in when the owner may set one', async () => {
  await prepareAppRole(store.url, appUrl('another one'));
  const changed = openDatabase(appUrl('another one'));
  expect(await changed<{ who: string }[]>`select current_user as who`).toEqual([{ who: role }]);
  await closeDatabase(changed);
});

test('an owner that may create no users prepares one that is there, and says what is missing', async () => {
  const owner = `owner_${randomUUID().replaceAll('-', '')}`;
  await store.db.raw(`create role ${owner} login password 'own'`);
  await store.db.raw(`create role "${role}2" login password 'app'`);
  const address = new URL(await store.server.createDatabase());
  await store.db.raw(`alter database ${address.pathname.slice(1)} owner to ${owner}`);
  address.username = owner;
  const ownerUrl = databaseUrl(address.href, 'own');
  const asOwner = openDatabase(ownerUrl);
  await asOwner`create table call_events (id integer)`;
  await closeDatabase(asOwner);
  const user = (name: string) => {
    address.username = encodeURIComponent(name);
    return databaseUrl(address.href, 'app');
  };
  await prepareAppRole(ownerUrl, user(`${role}2`));
  await expect(prepareAppRole(ownerUrl, user('nobody'))).rejects.toThrow(
    /may not create it: create role "nobody"/,
  );
  await expect(prepareAppRole(ownerUrl, user(owner))).rejects.toThrow(/owns the tables/);
  await expect(prepareAppRole(ownerUrl, store.url)).rejects.toThrow(
    /may change the log all the same/,
  );
});
