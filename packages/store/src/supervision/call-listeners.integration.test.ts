import { randomUUID } from 'node:crypto';
import type { CallId, UserId } from '@agent/protocol';
import { aUserId } from '@agent/testing/ids';
import { expect, test } from 'vitest';
import { upsertUser } from '../accounts/users.ts';
import { endCall } from '../calls/call-endings.ts';
import { newActiveCall, useStore } from '../test-support/store.ts';
import { readCallListeners } from './call-listeners.ts';

const store = useStore();

async function newSupervisor(): Promise<UserId> {
  const id = aUserId();
  const person = { id, username: id, displayName: 'Maria', passwordHash: 'x' };
  await upsertUser(store.db, { ...person, role: 'supervisor' });
  return id;
}

async function newMonitor(callId: CallId, mode: 'listen' | 'join'): Promise<string> {
  const id = randomUUID();
  await store.db`
    insert into call_monitors (id, call_id, supervisor_id, supervisor_name, mode, agent_told)
    values (${id}, ${callId}, ${await newSupervisor()}, 'Maria', ${mode}, false)`;
  return id;
}

test('those who may listen to a call and who have joined it are told apart, and calls too', async () => {
  const [{ call: one }, { call: other }] = [
    await newActiveCall(store.db),
    await newActiveCall(store.db),
  ];
  const listens = await newMonitor(one.id, 'listen');
  const joined = await newMonitor(one.id, 'join');
  const elsewhere = await newMonitor(other.id, 'listen');
  expect(await readCallListeners(store.db, [one.id])).toEqual([
    { callId: one.id, monitorId: listens, hasJoined: false },
    { callId: one.id, monitorId: joined, hasJoined: true },
  ]);
  const both = await readCallListeners(store.db, [one.id, other.id]);
  expect(both.map(({ monitorId }) => monitorId)).toEqual([listens, joined, elsewhere]);
  expect(await readCallListeners(store.db, [])).toEqual([]);
});

test('who has left, was put out or whose call is over is nobody any more', async () => {
  const { call } = await newActiveCall(store.db);
  const left = await newMonitor(call.id, 'listen');
  const stays = await newMonitor(call.id, 'listen');
  await store.db`
    update call_monitors set ended_at = clock_timestamp(), ended_by = 'left' where id = ${left}`;
  expect(await readCallListeners(store.db, [call.id])).toMatchObject([{ monitorId: stays }]);
  await endCall(store.db, call.id, 'agent-hung-up');
  expect(await readCallListeners(store.db, [call.id])).toEqual([]);
});
