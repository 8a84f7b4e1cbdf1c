import { aUserId } from '@agent/testing/ids';
import { expect, test } from 'vitest';
import { upsertUser } from '../accounts/users.ts';
import { setAgentStatus } from '../agents/agents.ts';
import { endCall } from '../calls/call-endings.ts';
import { finishWrapUp } from '../calls/wrap-up.ts';
import { agentOf, newActiveCall, newAgent, newQueue, useStore } from '../test-support/store.ts';
import { mayLookAtAgent, readAgentDay } from './agent-day.ts';

const store = useStore();
const zone = 'Asia/Kathmandu';

/** Somebody who is no agent; the queues are those that a supervisor looks after. */
async function newPerson(role: 'supervisor' | 'admin', queueIds: readonly string[] = []) {
  const { db } = store;
  const id = aUserId();
  const known = { username: id, displayName: role, passwordHash: 'none' };
  await upsertUser(db, { id, role, ...known });
  for (const queueId of queueIds) {
    await db`insert into queue_supervisors (queue_id, user_id) values (${queueId}, ${id})`;
  }
  return { userId: id, role };
}

/** Replaces what is on record of an agent. */
async function remember(
  agentId: string,
  ...spans: [status: string, from: string, to: string | null][]
) {
  await store.db`delete from agent_intervals where agent_id = ${agentId}`;
  for (const [status, from, to] of spans) {
    await store.db`
      insert into agent_intervals (agent_id, status, started_at, ended_at)
      values (${agentId}, ${status}, ${from}, ${to})`;
  }
}

test('tells what an agent did, with the call and the reason of a break', async () => {
  const { db } = store;
  const { call, agentId } = await newActiveCall(db);
  await endCall(db, call.id, 'customer-hung-up');
  await finishWrapUp(db, call.id, { disposition: 'resolved', notes: '' });
  await setAgentStatus(db, agentId, 'break', { kind: 'lunch' });
  const day = await readAgentDay(db, { agentId, day: undefined, zone });
  expect(day?.spans.map(({ status, call: one }) => [status, one?.customerName ?? null])).toEqual([
    ['available', null],
    ['offered', 'Maria Santos'],
    ['on-call', 'Maria Santos'],
    ['wrap-up', 'Maria Santos'],
    ['available', null],
    ['break', null],
  ]);
  expect(day?.spans[2]?.call?.isOver).toBe(true);
  const last = { endsAt: null, breakReason: { kind: 'lunch', note: '' } };
  expect(day?.spans.at(-1)).toMatchObject(last);
  expect(day?.day).toBe(day?.today);
});

test('cuts the day at midnight of the zone, and what never ended at its end', async () => {
  const { db } = store;
  const agentId = await newAgent(db);
  await remember(
    agentId,
    ['available', '2026-03-01T10:00:00Z', '2026-03-01T19:15:00Z'],
    ['on-call', '2026-03-01T19:15:00Z', '2026-03-02T20:00:00Z'],
    ['break', '2026-03-02T20:00:00Z', null],
  );
  const read = (day: string) => readAgentDay(db, { agentId, day, zone });
  const second = await read('2026-03-02');
  expect(second?.startsAt).toEqual(new Date('2026-03-01T18:15:00Z'));
  expect(second?.spans).toMatchObject([
    {
      status: 'available',
      startsAt: new Date('2026-03-01T18:15:00Z'),
      endsAt: new Date('2026-03-01T19:15:00Z'),
    },
    {
      status: 'on-call',
      startsAt: new Date('2026-03-01T19:15:00Z'),
      endsAt: new Date('2026-03-02T18:15:00Z'),
    },
  ]);
  expect((await read('2026-03-04'))?.spans).toMatchObject([
    { status: 'break', endsAt: new Date('2026-03-04T18:15:00Z') },
  ]);
});

test('knows nobody who has never been an agent', async () => {
  const { userId } = await newPerson('supervisor');
  expect(await readAgentDay(store.db, { agentId: userId, day: undefined, zone })).toBeUndefined();
});

test('is for the agent, admins, and supervisors of a queue of the agent or without queues', async () => {
  const { db } = store;
  const [orders, billing] = [await newQueue(db, 'orders'), await newQueue(db, 'billing')];
  const agentId = await agentOf(db, orders);
  const other = { userId: await agentOf(db, orders), role: 'agent' as const };
  const may = (viewer: Parameters<typeof mayLookAtAgent>[1]) => mayLookAtAgent(db, viewer, agentId);
  expect(await may({ userId: agentId, role: 'agent' })).toBe(true);
  expect(await may(other)).toBe(false);
  expect(await may(await newPerson('admin'))).toBe(true);
  expect(await may(await newPerson('supervisor'))).toBe(true);
  expect(await may(await newPerson('supervisor', [orders, billing]))).toBe(true);
  expect(await may(await newPerson('supervisor', [billing]))).toBe(false);
});
