import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeDatabase, type Database, openDatabase } from '../database/connect.ts';
import { newActiveCall, newCall, useStore } from '../test-support/store.ts';
import { callCounts } from './call-counts.ts';
import { abandonCall, endCall } from './call-endings.ts';
import { finishWrapUp } from './wrap-up.ts';

const store = useStore();
/** Nothing has been counted through it yet. */
let db: Database;
beforeEach(() => {
  db = openDatabase(store.url, { max: 2 });
});
afterEach(() => closeDatabase(db));
const none = { queued: 0, offered: 0, active: 0, 'wrap-up': 0, closed: 0, abandoned: 0 };

async function closed(): Promise<string> {
  const { call } = await newActiveCall(store.db);
  await endCall(store.db, call.id, 'agent-hung-up');
  await finishWrapUp(store.db, call.id, { disposition: 'resolved', notes: '' });
  await store.db`update agent_states set status = 'offline'`;
  return call.id;
}

async function abandoned(): Promise<string> {
  const { id } = await newCall(store.db);
  await abandonCall(store.db, id, 'customer-left');
  return id;
}

/** Lets the end of a call be an hour earlier. */
async function endedLongAgo(id: string): Promise<void> {
  await store.db`
    update calls set ended_at = ended_at - interval '1 hour',
      wrapped_up_at = wrapped_up_at - interval '1 hour' where id = ${id}`;
}

test('calls are counted by status, those that were over before and those that have come', async () => {
  await endedLongAgo(await closed());
  await endedLongAgo(await abandoned());
  await closed();
  expect(await callCounts(db)).toEqual({ ...none, closed: 2, abandoned: 1 });
  await abandoned();
  await newActiveCall(store.db);
  await newCall(store.db);
  const counts = { ...none, queued: 1, active: 1, closed: 2, abandoned: 2 };
  expect(await callCounts(db)).toEqual(counts);
  expect(await callCounts(db)).toEqual(counts);
});

test('what was counted long ago is not read again', async () => {
  const id = await closed();
  await endedLongAgo(id);
  expect(await callCounts(db)).toEqual({ ...none, closed: 1 });
  await store.db.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`delete from calls where id = ${id}`;
  });
  expect(await callCounts(db)).toEqual({ ...none, closed: 1 });
});

test('many who ask at once share one answer', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => callCounts(db)));
  for (const answer of answers) expect(answer).toBe(answers[0]);
});
