import { randomBytes, randomUUID } from 'node:crypto';
import type { CallId } from '@agent/protocol';
import { aCallId, aUserId } from '@agent/testing/ids';
import { expect, test } from 'vitest';
import { findCall, rateCall } from '../calls/calls.ts';
import { prepareAppRole } from '../database/app-role.ts';
import { closeDatabase, type Database, openDatabase } from '../database/connect.ts';
import { databaseUrl } from '../database/database-url.ts';
import { appendCallEvent } from '../log/call-events.ts';
import { finishRecording } from '../recordings/end-recording.ts';
import { openRecording } from '../recordings/open-recording.ts';
import { findRecording } from '../recordings/recording-row.ts';
import { find, indexAll, newSession } from '../test-support/sessions.ts';
import { chat, newActiveCall, newCall, useStore } from '../test-support/store.ts';
import { soundsToRemove } from './delete-sounds.ts';
import { eraseCall, eraseDueCalls, erasedTables } from './erase-calls.ts';
import { setLegalHold } from './legal-hold.ts';

const store = useStore();
const by = { userId: aUserId(), displayName: 'Ada Admin' };
const request = { reason: 'asked for it by letter', by };
const said = [
  ['customer', 'My purple umbrella is broken'],
  ['chat', 'It was umbrella seven'],
] as const;

const draftLine = { id: '1', kind: 'reason', text: 'umbrella', atMs: 0, fate: 'kept' };

/** A session with everything in it that holds words. */
async function fullSession(): Promise<CallId> {
  const { callId } = await newSession(store.db, {
    call: { customerName: 'Maria Umbrella', contact: 'umbrella@example.org', recorded: true },
    ...{ said, notes: 'umbrella, again', orders: ['A-1042'], scores: [-0.5] },
  });
  await rateCall(store.db, callId, { score: 2, comment: 'my umbrella' });
  await store.db`
    update calls set customer_id = 'umbrella', customer_linked_by = 'match',
      wrap_up_draft = ${JSON.stringify([draftLine])}::jsonb where id = ${callId}`;
  await openRecording(store.db, callId, randomBytes(64));
  const names = { soundName: 'x/sound.webm', waveformName: 'x/waveform.dat' };
  await finishRecording(store.db, callId, {
    ...names,
    ...{ bytes: 9, durationMs: 9, sha256: 'ab' },
  });
  await indexAll(store.db);
  return callId;
}

/** Every row of every table that has something like this in it. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await store.db<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`;
  const found = [];
  for (const { name } of tables) {
    const like = `%${text}%`;
    const rows = await store.db`select 1 from ${store.db.raw(name)} t where t::text ilike ${like}`;
    if (rows.length > 0) found.push(name);
  }
  return found.sort();
}

async function age(callId: CallId, days: number): Promise<void> {
  await store.db`update calls set ended_at = ended_at - ${days}::int * interval '1 day'
    where id = ${callId}`;
}

test('of an erased call no word is left in any table, and a tombstone proves it', async () => {
  const callId = await fullSession();
  expect(await tablesWith('umbrel')).toEqual(['call_events', 'call_search', 'calls']);
  const before = await findCall(store.db, callId);
  expect(await eraseCall(store.db, callId, request)).toBe('erased');
  expect(await tablesWith('umbrel')).toEqual([]);
  expect(await tablesWith('A1042')).toEqual([]);
  const { status, disposition, rating, endedAt, agentId } = before ?? {};
  const after = await findCall(store.db, callId);
  expect(after).toMatchObject({ status, disposition, rating, endedAt, agentId, customerName: '' });
  expect(after?.erasedAt).toBeInstanceOf(Date);
  expect(await findRecording(store.db, callId)).toMatchObject({
    ...{ status: 'deleted', wrappedKey: null, deletionRule: 'request', soundName: 'x/sound.webm' },
  });
  const [tombstone] = await store.db`select * from erasures where call_id = ${callId}`;
  expect(tombstone).toMatchObject({
    ...{ rule: 'request', reason: request.reason, byId: by.userId, byName: 'Ada Admin' },
    ...{ events: before?.lastSeq, soundSha256: 'ab' },
    logSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test('two logs have the same hash only when they are the same', async () => {
  const [one, other] = [await fullSession(), await fullSession()];
  for (const callId of [one, other]) await eraseCall(store.db, callId, request);
  const rows = await store.db`select distinct log_sha256 from erasures`;
  expect(rows).toHaveLength(2);
});

test('erasing twice, or at once, is one erasure', async () => {
  const callId = await fullSession();
  const outcomes = await Promise.all([1, 2, 3].map(() => eraseCall(store.db, callId, request)));
  expect(outcomes.toSorted()).toEqual(['erased', 'erased-before', 'erased-before']);
  expect(await store.db`select 1 from erasures`).toHaveLength(1);
});

test('what goes on, is kept by a hold, or does not exist is not erased', async () => {
  const { call } = await newActiveCall(store.db);
  expect(await eraseCall(store.db, call.id, request)).toBe('going-on');
  const held = await fullSession();
  const hold = { reason: 'a court asks for it', by };
  expect(await setLegalHold(store.db, held, { ...hold, held: true })).toBe('changed');
  expect(await eraseCall(store.db, held, request)).toBe('on-hold');
  expect(await tablesWith('purple')).not.toEqual([]);
  expect(await setLegalHold(store.db, held, { ...hold, held: false })).toBe('changed');
  expect(await eraseCall(store.db, held, request)).toBe('erased');
  const waiting = await newCall(store.db);
  expect(await eraseCall(store.db, waiting.id, request)).toBe('going-on');
  expect(await eraseCall(store.db, aCallId(), request)).toBe('not-found');
});

test('a hold is begun and ended once each, with who and why, of calls that are there and over', async () => {
  const callId = await fullSession();
  const hold = { held: true, reason: 'a court asks for it', by };
  const both = await Promise.all([1, 2].map(() => setLegalHold(store.db, callId, hold)));
  expect(both.toSorted()).toEqual(['changed', 'same']);
  expect(await store.db`select held, reason, by_name from legal_holds`).toEqual([
    { held: true, reason: hold.reason, byName: by.displayName },
  ]);
  const { call } = await newActiveCall(store.db);
  expect(await setLegalHold(store.db, call.id, hold)).toBe('not-found');
  await setLegalHold(store.db, callId, { ...hold, held: false });
  await eraseCall(store.db, callId, request);
  expect(await setLegalHold(store.db, callId, hold)).toBe('not-found');
});

test('a sound that is finished while its call is erased is ready before, or not at all', async () => {
  const sessions = [];
  for (let n = 0; n < 12; n++) {
    const { callId } = await newSession(store.db, { call: { recorded: true } });
    await openRecording(store.db, callId, randomBytes(64));
    sessions.push(callId);
  }
  const names = { soundName: 'x/sound.webm', waveformName: 'x/waveform.dat' };
  const finished = { ...names, ...{ bytes: 9, durationMs: 9, sha256: 'ab' } };
  await Promise.all(
    sessions.flatMap((callId) => [
      finishRecording(store.db, callId, finished),
      eraseCall(store.db, callId, request),
    ]),
  );
  const rows = await store.db`select distinct status, wrapped_key from recordings`;
  expect(rows).toEqual([{ status: 'deleted', wrappedKey: null }]);
  expect(await store.db`select 1 from call_events`).toEqual([]);
});

test('of a sound that was never finished, whatever a bot has stored of it is to be removed', async () => {
  const { callId } = await newSession(store.db, { call: { recorded: true } });
  await openRecording(store.db, callId, randomBytes(64));
  await eraseCall(store.db, callId, request);
  expect(await soundsToRemove(store.db, { limit: 9 })).toEqual([
    { callId, soundName: callId, waveformName: null },
  ]);
});

test('to an erased call nothing comes any more', async () => {
  const { callId } = await newSession(store.db, { said });
  await eraseCall(store.db, callId, request);
  const late = appendCallEvent(store.db, callId, chat('late'));
  await expect(late).rejects.toMatchObject({ reason: 'call-not-found' });
  expect(await rateCall(store.db, callId, { score: 1, comment: 'late' })).toBeUndefined();
  await indexAll(store.db);
  expect(await store.db`select 1 from call_search`).toEqual([]);
  expect((await find(store.db, {})).sessions).toEqual([]);
});

test('old calls go, the oldest first, in batches of calls and of events', async () => {
  const callIds = [await fullSession(), await fullSession(), await fullSession()];
  for (const [index, callId] of callIds.entries()) await age(callId, 400 - index);
  const young = await fullSession();
  const held = await fullSession();
  await age(held, 900);
  await setLegalHold(store.db, held, { held: true, reason: 'x', by });
  const due = { afterDays: 365, mostEvents: 10_000 };
  expect(await eraseDueCalls(store.db, { ...due, limit: 1 })).toEqual([callIds[0]]);
  // One call has more events than the batch may have: it goes alone.
  expect(await eraseDueCalls(store.db, { ...due, limit: 9, mostEvents: 1 })).toEqual([callIds[1]]);
  expect(await eraseDueCalls(store.db, { ...due, limit: 9 })).toEqual([callIds[2]]);
  expect(await eraseDueCalls(store.db, { ...due, limit: 9 })).toEqual([]);
  expect((await findCall(store.db, young))?.erasedAt).toBeNull();
  expect(await store.db`select distinct rule, reason, by_id from erasures`).toEqual([
    { rule: 'retention', reason: '', byId: null },
  ]);
});

test('two processes do not delete by age at the same time', async () => {
  await age(await fullSession(), 400);
  const due = { afterDays: 365, mostEvents: 10_000, limit: 9 };
  const batches = await store.db.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext('retention'))`;
    return eraseDueCalls(store.db, due);
  });
  expect(batches).toBeUndefined();
  expect(await eraseDueCalls(store.db, due)).toHaveLength(1);
});

test('every table that knows of a call is either erased with it or holds no words', async () => {
  const rows = await store.db<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'call_id'`;
  const elsewhere = ['call_events', 'recordings'];
  const wordless = [
    ...['agent_intervals', 'alert_cares', 'call_card_facts', 'call_facts', 'call_monitors'],
    ...['consents', 'erasures'],
    ...['expelled_identities', 'help_requests', 'legal_holds', 'offer_declines'],
  ];
  expect(rows.map(({ name }) => name).toSorted()).toEqual(
    [...erasedTables, ...elsewhere, ...wordless].toSorted(),
  );
});

test('the user of web and bot erases through this one function, and in no other way', async () => {
  const callId = await fullSession();
  const app = await openAsApp();
  try {
    await expect(app`delete from call_events`).rejects.toMatchObject({ code: '42501' });
    await expect(
      app.begin(async (tx) => {
        await tx`select set_config('retention.erasing', ${callId}, true)`;
        await tx`delete from call_events where call_id = ${callId}`;
      }),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(app`delete from erasures`).rejects.toMatchObject({ code: '42501' });
    expect(await eraseCall(app, callId, request)).toBe('erased');
  } finally {
    await closeDatabase(app);
  }
});

test('even their owner deletes from the log only what is being erased', async () => {
  const [one, other] = [await fullSession(), await fullSession()];
  const deleting = store.db.begin(async (tx) => {
    await tx`select set_config('retention.erasing', ${one}, true)`;
    await tx`delete from call_events where call_id = ${other}`;
  });
  await expect(deleting).rejects.toMatchObject({ code: '23001' });
  for (const change of ['update call_events set seq = seq', 'truncate call_events']) {
    const changing = store.db.begin(async (tx) => {
      await tx`select set_config('retention.erasing', ${one}, true)`;
      await tx.raw(change);
    });
    await expect(changing).rejects.toMatchObject({ code: '23001' });
  }
});

async function openAsApp(): Promise<Database> {
  const url = new URL(store.url);
  url.username = `app-${randomUUID()}`;
  const appUrl = databaseUrl(url.href, 'secret');
  await prepareAppRole(store.url, appUrl);
  return openDatabase(appUrl);
}
