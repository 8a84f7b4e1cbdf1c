import { randomBytes } from 'node:crypto';
import type { CallId } from '@agent/protocol';
import { aUserId } from '@agent/testing/ids';
import { expect, test } from 'vitest';
import { findCall } from '../calls/calls.ts';
import { prepareAppRole } from '../database/app-role.ts';
import { closeDatabase, openDatabase } from '../database/connect.ts';
import { databaseUrl } from '../database/database-url.ts';
import { openRecording } from '../recordings/open-recording.ts';
import { indexAll, newSession } from '../test-support/sessions.ts';
import { newAgent, useStore } from '../test-support/store.ts';
import { countDue } from './count-due.ts';
import { noteSoundsRemoved } from './delete-sounds.ts';
import { eraseCall } from './erase-calls.ts';
import { forgetFigures } from './forget-figures.ts';
import { setLegalHold } from './legal-hold.ts';

const store = useStore();
const by = { userId: aUserId(), displayName: 'Ada' };
const due = { afterDays: 30, limit: 10 };

async function session({ daysAgo, erased }: { daysAgo: number; erased: boolean }): Promise<CallId> {
  const { callId } = await newSession(store.db);
  await indexAll(store.db);
  if (erased) await eraseCall(store.db, callId, { reason: 'x', by });
  await store.db`
    update calls set ended_at = ended_at - ${daysAgo}::int * interval '1 day' where id = ${callId}`;
  return callId;
}

const tables = async (callId: CallId) => {
  const rows = await store.db<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'call_id'`;
  const having = [];
  for (const { name } of rows) {
    const found = await store.db`select 1 from ${store.db.raw(name)} where call_id = ${callId}`;
    if (found.length > 0) having.push(name);
  }
  return having.sort();
};

test('of an erased call that is old enough only the proof is left that it was erased', async () => {
  const old = await session({ daysAgo: 31, erased: true });
  const young = await session({ daysAgo: 29, erased: true });
  const said = await session({ daysAgo: 400, erased: false });
  expect(await tables(old)).toContain('consents');
  const counted = await countDue(store.db, { soundDays: 0, transcriptDays: 0, figureDays: 30 });
  expect(counted).toEqual({ sounds: 0, transcripts: 0, figures: 1 });
  expect(await forgetFigures(store.db, due)).toBe(1);
  expect(await findCall(store.db, old)).toBeUndefined();
  expect(await tables(old)).toEqual(['erasures']);
  for (const kept of [young, said]) expect(await findCall(store.db, kept)).toBeDefined();
  expect(await forgetFigures(store.db, due)).toBe(0);
});

test('what an agent did then goes with it, what it does now stays', async () => {
  const agentId = await newAgent(store.db);
  await store.db`
    insert into agent_intervals (agent_id, status, started_at, ended_at) values
      (${agentId}, 'break', now() - interval '40 days', now() - interval '39 days'),
      (${agentId}, 'break', now() - interval '29 days', now() - interval '28 days')`;
  const before = await store.db`select 1 from agent_intervals`;
  expect(await forgetFigures(store.db, due)).toBe(1);
  expect(await store.db`select 1 from agent_intervals`).toHaveLength(before.length - 1);
  expect(await store.db`select 1 from agent_intervals where ended_at is null`).toHaveLength(1);
});

test('a hold keeps it, and so does sound that still lies in the store', async () => {
  const { callId } = await newSession(store.db, { call: { recorded: true } });
  await openRecording(store.db, callId, randomBytes(64));
  await eraseCall(store.db, callId, { reason: 'x', by });
  await store.db`update calls set ended_at = ended_at - interval '90 days' where id = ${callId}`;
  expect(await forgetFigures(store.db, due)).toBe(0);
  await noteSoundsRemoved(store.db, [callId]);
  await store.db`update calls set legal_hold = true where id = ${callId}`;
  expect(await forgetFigures(store.db, due)).toBe(0);
  await store.db`update calls set legal_hold = false where id = ${callId}`;
  expect(await forgetFigures(store.db, due)).toBe(1);
  expect(await setLegalHold(store.db, callId, { held: true, reason: 'x', by })).toBe('not-found');
});

test('one process at a time forgets, a batch at a time, and never by less than a day', async () => {
  for (let n = 0; n < 3; n++) await session({ daysAgo: 31, erased: true });
  const busy = await store.db.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext('retention'))`;
    return forgetFigures(store.db, due);
  });
  expect(busy).toBeUndefined();
  expect(await forgetFigures(store.db, { ...due, afterDays: 0 })).toBe(0);
  expect(await forgetFigures(store.db, { ...due, limit: 2 })).toBe(2);
  expect(await forgetFigures(store.db, { ...due, limit: 2 })).toBe(1);
});

test('the user of web and bot forgets through this one function, and in no other way', async () => {
  const callId = await session({ daysAgo: 31, erased: true });
  const address = new URL(store.url);
  address.username = 'forgetter';
  const appUrl = databaseUrl(address.href, 'x');
  await prepareAppRole(store.url, appUrl);
  const app = openDatabase(appUrl, { max: 1 });
  try {
    await expect(
      app.begin(async (tx) => {
        await tx`select set_config('retention.forgetting', ${callId}, true)`;
        await tx`delete from consents where call_id = ${callId}`;
      }),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(app`delete from agent_intervals`).rejects.toMatchObject({ code: '42501' });
    expect(await forgetFigures(app, due)).toBe(1);
  } finally {
    await closeDatabase(app);
  }
  await expect(store.db`delete from consents`).resolves.toBeDefined();
  await session({ daysAgo: 31, erased: true });
  await expect(store.db`delete from consents`).rejects.toMatchObject({ code: '23001' });
});
