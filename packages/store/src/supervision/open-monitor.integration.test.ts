import { randomUUID } from 'node:crypto';
import { supervisorIdentity } from '@agent/protocol';
import { aCallId, aUserId } from '@agent/testing/ids';
import { expect, test } from 'vitest';
import { bumpSessionVersion, type User, upsertUser } from '../accounts/users.ts';
import { endCall } from '../calls/call-endings.ts';
import type { CallRow } from '../log/call-row.ts';
import { newActiveCall, useStore } from '../test-support/store.ts';
import { endMonitor, tellEndedMonitors } from './end-monitor.ts';
import { isListener, supervisorIdentitiesOf } from './listeners.ts';
import type { MonitorRow } from './monitor-row.ts';
import { openMonitor } from './open-monitor.ts';
import { callsWithMonitors, noteSight, watchedMonitors } from './watched-rooms.ts';

const store = useStore();

async function someone(role: 'supervisor' | 'admin' | 'agent' = 'supervisor'): Promise<User> {
  const id = aUserId();
  const displayName = `Maria ${id}`;
  return upsertUser(store.db, { id, username: id, displayName, role, passwordHash: 'none' });
}

function open(callId: CallRow['id'], who: User, mode: MonitorRow['mode'] = 'listen') {
  const { id: userId, displayName, sessionVersion } = who;
  return store.db.begin((tx) =>
    openMonitor(tx, {
      id: randomUUID(),
      callId,
      mode,
      by: { userId, displayName, sessionVersion },
    }),
  );
}

async function listening(mode: MonitorRow['mode'] = 'listen') {
  const { call } = await newActiveCall(store.db);
  const maria = await someone();
  const opened = await open(call.id, maria, mode);
  if (opened.outcome !== 'opened') throw new Error(opened.outcome);
  return { call, maria, monitor: opened.monitor };
}

test('nobody listens by a session that is over, or of an agent', async () => {
  const { call } = await newActiveCall(store.db);
  const maria = await someone();
  await bumpSessionVersion(store.db, maria.id);
  expect(await open(call.id, maria)).toEqual({ outcome: 'not-allowed' });
  expect(await open(call.id, await someone('agent'))).toEqual({ outcome: 'not-allowed' });
  const disabled = await someone();
  await store.db`update users set disabled = true where id = ${disabled.id}`;
  expect(await open(call.id, disabled)).toEqual({ outcome: 'not-allowed' });
  expect(await store.db`select 1 from call_monitors`).toEqual([]);
});

test('nobody listens to a call that is not there', async () => {
  expect(await open(aCallId(), await someone())).toEqual({ outcome: 'not-found' });
});

test('a call that ends at the same moment leaves no row open', async () => {
  for (let times = 0; times < 5; times++) {
    const { call } = await newActiveCall(store.db);
    const people = await Promise.all([someone(), someone(), someone('admin')]);
    await Promise.all([
      ...people.map((one) => open(call.id, one)),
      endCall(store.db, call.id, 'customer-hung-up'),
    ]);
    const rows = await store.db`
      select 1 from call_monitors where call_id = ${call.id} and ended_at is null`;
    expect(rows).toEqual([]);
  }
});

test('a session that ends at the same moment leaves no row open', async () => {
  for (let times = 0; times < 5; times++) {
    const { call } = await newActiveCall(store.db);
    const maria = await someone();
    await Promise.all([
      open(call.id, maria),
      bumpSessionVersion(store.db, maria.id),
      open(call.id, maria, 'join'),
    ]);
    const rows = await store.db`
      select 1 from call_monitors where call_id = ${call.id} and ended_at is null`;
    expect(rows).toEqual([]);
  }
});

test('of many who join at once one does', async () => {
  const { call } = await newActiveCall(store.db);
  const people = await Promise.all(Array.from({ length: 6 }, () => someone()));
  const outcomes = await Promise.all(people.map((one) => open(call.id, one, 'join')));
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([
    'opened',
    ...Array.from({ length: 5 }, () => 'taken'),
  ]);
});

test('a row ends once, for its owner alone where that is asked', async () => {
  const { call, maria, monitor } = await listening();
  const other = await someone();
  const ofOther = { ...monitor, supervisorId: other.id };
  expect(await endMonitor(store.db, ofOther, 'left')).toBeUndefined();
  const both = await Promise.all([
    endMonitor(store.db, { ...monitor, supervisorId: maria.id }, 'left'),
    endMonitor(store.db, { id: monitor.id, callId: call.id }, 'lost'),
  ]);
  expect(both.filter((one) => one !== undefined)).toHaveLength(1);
});

test('what ended by a trigger is told once, and only in a call that goes on', async () => {
  const { call, maria } = await listening('join');
  const quiet = await listening('join');
  await endCall(store.db, quiet.call.id, 'agent-hung-up');
  await bumpSessionVersion(store.db, maria.id);
  const told = await Promise.all([tellEndedMonitors(store.db), tellEndedMonitors(store.db)]);
  const types = told.flat().map(({ call: { id }, appended }) => [id, appended.event.type]);
  expect(types).toEqual([[call.id, 'supervisor.left']]);
  expect(await tellEndedMonitors(store.db)).toEqual([]);
});

test('who listened to the end hears of it and reads on for a minute', async () => {
  const { call, maria, monitor } = await listening();
  expect(await isListener(store.db, call.id, (await someone()).id)).toBe(false);
  await endCall(store.db, call.id, 'customer-hung-up');
  expect(await supervisorIdentitiesOf(store.db, call.id)).toEqual([supervisorIdentity(monitor.id)]);
  expect(await isListener(store.db, call.id, maria.id)).toBe(true);
  await store.db`update call_monitors set ended_at = now() - interval '61 seconds'`;
  expect(await supervisorIdentitiesOf(store.db, call.id)).toEqual([]);
  expect(await isListener(store.db, call.id, maria.id)).toBe(false);
});

test('a room is looked at as long as its call goes on, also when nobody listens any more', async () => {
  const { call, monitor } = await listening();
  await newActiveCall(store.db);
  await noteSight(store.db, { there: [monitor.id], gone: [] });
  await endMonitor(store.db, monitor, 'left');
  expect(await callsWithMonitors(store.db)).toEqual([call.id]);
  const { monitors } = await watchedMonitors(store.db, [call.id]);
  expect(monitors).toMatchObject([{ id: monitor.id, endedBy: 'left', leftAt: null }]);
  await noteSight(store.db, { there: [], gone: [monitor.id] });
  expect((await watchedMonitors(store.db, [call.id])).monitors).toEqual([]);
  await endCall(store.db, call.id, 'customer-hung-up');
  expect(await callsWithMonitors(store.db)).toEqual([]);
});

test('who was there until the end has left with it', async () => {
  const { call, monitor } = await listening();
  await noteSight(store.db, { there: [monitor.id], gone: [] });
  await endCall(store.db, call.id, 'customer-hung-up');
  const [row] = await store.db`
    select ended_by, left_at >= joined_at as has_left from call_monitors`;
  expect(row).toEqual({ endedBy: 'call-ended', hasLeft: true });
});

test('an ended row is not brought back by who is still seen', async () => {
  const { monitor } = await listening();
  await endMonitor(store.db, monitor, 'removed');
  await noteSight(store.db, { there: [monitor.id], gone: [] });
  const [row] = await store.db`select joined_at, seen_at, ended_by from call_monitors`;
  expect(row).toEqual({ joinedAt: null, seenAt: null, endedBy: 'removed' });
});
