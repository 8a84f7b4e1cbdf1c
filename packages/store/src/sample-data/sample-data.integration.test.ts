import { applyEvent, createCallState } from '@agent/calls';
import type { CallId } from '@agent/protocol';
import { beforeEach, expect, test } from 'vitest';
import { findCredentials } from '../accounts/users.ts';
import { prepareAppRole } from '../database/app-role.ts';
import { closeDatabase, type Database, openDatabase } from '../database/connect.ts';
import { databaseUrl } from '../database/database-url.ts';
import { rebuildFacts } from '../facts/rebuild-facts.ts';
import { readCallEvents } from '../log/read-call-events.ts';
import { newSession } from '../test-support/sessions.ts';
import { useStore } from '../test-support/store.ts';
import { beginSampleData, beginSampleRemoval } from './begin-sample-data.ts';
import { emptySampleData, fillSampleData } from './fill-sample-data.ts';
import { hasRealCalls, readSampleData } from './sample-data-row.ts';

const store = useStore();
const wish = { days: 2, callsPerDay: 60, seed: 5, addedBy: 'web' } as const;

beforeEach(async () => {
  await store.db`delete from sample_data`;
});

/** Everything that is there, besides what is made up. */
async function realRows(db: Database) {
  const [row] = await db`
    select (select json_agg(c order by c.id) from calls c where not c.is_sample) as calls,
      (select json_agg(e order by e.call_id, e.seq) from call_events e join calls c on c.id = e.call_id
        where not c.is_sample) as events,
      (select json_agg(u order by u.id) from users u where not u.is_sample) as users,
      (select json_agg(i order by i.agent_id, i.started_at) from agent_intervals i
        join users u on u.id = i.agent_id where not u.is_sample) as intervals,
      (select json_agg(f order by f.call_id) from call_facts f where not f.is_sample) as facts`;
  return row;
}

async function sampleRows(db: Database) {
  const [row] = await db<{ calls: number; events: number; intervals: number; facts: number }[]>`
    select (select count(*) from calls where is_sample) as calls,
      (select count(*) from call_events e join calls c on c.id = e.call_id where is_sample) as events,
      (select count(*) from agent_intervals i join users u on u.id = i.agent_id where u.is_sample) as intervals,
      (select count(*) from call_facts where is_sample) as facts`;
  return row;
}

test('a made-up past comes with logs, facts and sums, and goes without a trace', async () => {
  const { db } = store;
  await newSession(db, { said: [['customer', 'Where is my order?']] });
  const before = await realRows(db);
  expect(await beginSampleData(db, wish)).toEqual({ outcome: 'begun' });
  expect(await beginSampleData(db, wish)).toMatchObject({ outcome: 'there' });
  expect(await fillSampleData(db)).toBe('done');
  const shown = await readSampleData(db);
  expect(shown).toMatchObject({ state: 'ready', callsDone: shown.callsWanted });
  const there = await sampleRows(db);
  expect(there?.calls).toBe(shown.callsDone);
  expect(there?.facts).toBe(there?.calls);
  expect(there?.calls).toBeGreaterThan(60);
  expect(await realRows(db)).toEqual(before);
  // What was folded on the way is what the log tells.
  const facts = () => db`
    select to_jsonb(f) - 'repeated' as f from call_facts f where is_sample order by call_id`;
  const folded = await facts();
  await rebuildFacts(db, { among: 'all' });
  expect(await facts()).toEqual(folded);
  const [days] = await db<{ offered: number; facts: number }[]>`
    select (select sum(offered) from metric_days)::integer as offered,
      (select count(*) from call_facts where local_day < (now() at time zone 'UTC')::date) as facts`;
  expect(days?.offered).toBe(days?.facts);
  expect(await beginSampleRemoval(db)).toBe(true);
  expect(await emptySampleData(db)).toBe('done');
  expect(await sampleRows(db)).toEqual({ calls: 0, events: 0, intervals: 0, facts: 0 });
  expect(await db`select 1 from users where is_sample`).toEqual([]);
  expect(await readSampleData(db)).toMatchObject({ state: 'none' });
  expect(
    await db`select 1 from metric_days where local_day < (now() at time zone 'UTC')::date`,
  ).toEqual([]);
  expect(await realRows(db)).toEqual(before);
}, 120_000);

test('its calls are read and folded like any other', async () => {
  const { db } = store;
  await beginSampleData(db, wish);
  await fillSampleData(db);
  const rows = await db<{ id: CallId; status: string; lastSeq: number; lastPublicSeq: number }[]>`
    select id, status, last_seq, last_public_seq from calls order by id limit 20`;
  for (const { id, status, lastSeq, lastPublicSeq } of rows) {
    const of = async (audience: 'staff' | 'public') =>
      readCallEvents(db, id, { audience, afterSeq: 0, limit: 1_000 });
    const { envelopes } = await of('staff');
    expect(envelopes).toHaveLength(lastSeq);
    const state = envelopes.reduce(
      (fold, { event }) => applyEvent(fold, event),
      createCallState(id),
    );
    expect(state.phase).toBe(status);
    expect((await of('public')).envelopes).toHaveLength(lastPublicSeq);
  }
  expect(await hasRealCalls(db)).toBe(false);
}, 120_000);

test('what was broken off goes on where it was, and adds nothing twice', async () => {
  const { db } = store;
  await beginSampleData(db, wish);
  const stop = new AbortController();
  const stopped = fillSampleData(db, {
    batch: 20,
    signal: stop.signal,
    onProgress: () => stop.abort(),
  });
  expect(await stopped).toBe('stopped');
  expect(await sampleRows(db)).toMatchObject({ calls: 20 });
  expect(await fillSampleData(db)).toBe('done');
  const whole = await sampleRows(db);
  expect((await readSampleData(db)).callsDone).toBe(whole?.calls);
  const twice = await db`
    select agent_id from agent_intervals i
    where exists (select from agent_intervals o where o.agent_id = i.agent_id and o.ctid <> i.ctid
      and tstzrange(o.started_at, o.ended_at) && tstzrange(i.started_at, i.ended_at))`;
  expect(twice).toEqual([]);
}, 120_000);

test('who was broken off behind a batch notes all the same who called again', async () => {
  const { db } = store;
  await beginSampleData(db, { ...wish, days: 6 });
  await fillSampleData(db);
  const repeats = () => db`
    select call_id, repeated from call_facts where repeated is not null order by call_id`;
  const noted = await repeats();
  expect(noted.some(({ repeated }) => repeated === true)).toBe(true);
  await db`update call_facts set repeated = null`;
  await db`update sample_data set state = 'adding'`;
  await fillSampleData(db);
  expect(await repeats()).toEqual(noted);
}, 120_000);

test('nobody can sign in as one of its agents, whatever is done to them', async () => {
  const { db } = store;
  await beginSampleData(db, wish);
  const credentials = await findCredentials(db, 'sample-001');
  expect(credentials).toMatchObject({ disabled: true, passwordHash: null });
  for (const change of [`disabled = false`, `password_hash = 'x'`]) {
    await expect(
      db`update users set ${db.raw(change)} where username = 'sample-001'`,
    ).rejects.toMatchObject({ constraint: 'users_sample_stays_out' });
  }
});

test('the user of web and bot adds and removes it through functions, and touches no real log', async () => {
  const address = new URL(store.url);
  address.username = 'sampler';
  const appUrl = databaseUrl(address.href, 'x');
  await prepareAppRole(store.url, appUrl);
  const { callId } = await newSession(store.db);
  const app = openDatabase(appUrl, { max: 2 });
  try {
    await beginSampleData(app, wish);
    expect(await fillSampleData(app)).toBe('done');
    await expect(app`delete from call_events where call_id = ${callId}`).rejects.toMatchObject({
      code: '42501',
    });
    await beginSampleRemoval(app);
    expect(await emptySampleData(app)).toBe('done');
    expect(await app`select 1 from calls`).toHaveLength(1);
  } finally {
    await closeDatabase(app);
  }
}, 120_000);
