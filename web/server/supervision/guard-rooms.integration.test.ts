import { type MonitorAccess, monitorAccessSchema, supervisorIdentity } from '@agent/protocol';
import { bumpSessionVersion, type CallRow, requeueCallOfAgent, type User } from '@agent/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { callInState } from '../test-support/calls-in-state.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { errorOf, send } from '../test-support/send.ts';
import { sessionHeader } from '../test-support/viewers.ts';
import { guardOnce, startGuarding } from './guard-rooms.ts';

let harness: Harness;
let call: CallRow;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(async () => {
  await harness.clear();
  const { rooms, services } = harness;
  rooms.isDown = false;
  rooms.inside.clear();
  for (const list of [rooms.sent, rooms.removed]) list.length = 0;
  await services.db`update queues set listening_told = false`;
  call = await callInState(harness, 'active');
});
afterAll(() => harness.close());

const look = () => guardOnce(harness.services);

describe('the rooms of calls', () => {
  it('are written down as LiveKit has them: who came, who went, who was lost', async () => {
    const { monitorId, identity } = await enter('monitor');
    await look();
    expect(await row(monitorId)).toMatchObject({ joinedAt: null, leftAt: null, endedAt: null });
    harness.rooms.inside.add(identity);
    expect(await look()).toBe(false);
    const { joinedAt } = await row(monitorId);
    expect(joinedAt).toBeInstanceOf(Date);
    harness.rooms.inside.clear();
    await look();
    expect((await row(monitorId)).leftAt).toBeInstanceOf(Date);
    harness.rooms.inside.add(identity);
    await look();
    expect(await row(monitorId)).toMatchObject({ joinedAt, leftAt: null });
    harness.rooms.inside.clear();
    await look();
    await ago('left_at', 15);
    await look();
    expect(await row(monitorId)).toMatchObject({ endedBy: 'lost', joinedAt });
  });

  it('have nobody by a row that nobody has come by', async () => {
    const { monitorId, identity } = await enter('monitor');
    await ago('asked_at', 30);
    await look();
    expect(await row(monitorId)).toMatchObject({ endedBy: 'never-joined', joinedAt: null });
    harness.rooms.inside.add(identity);
    expect(await look()).toBe(true);
    expect(harness.rooms.inside.size).toBe(0);
  });

  it('lose who has left, or never had a row, as often as it comes back', async () => {
    const { monitorId, identity } = await enter('monitor');
    const { rooms } = harness;
    for (const one of [identity, 'sup-made-up', 'bot-1', call.customerIdentity])
      rooms.inside.add(one);
    await leave(monitorId);
    rooms.inside.add(identity);
    expect(await look()).toBe(true);
    rooms.inside.add(identity);
    expect(await look()).toBe(true);
    expect([...rooms.inside].sort()).toEqual(['bot-1', call.customerIdentity].sort());
    expect(await look()).toBe(false);
  });

  it('are left by somebody whose session ends, at once and again', async () => {
    const { services, rooms, people } = harness;
    const { monitorId, identity } = await enter('monitor');
    rooms.inside.add(identity);
    const timings = { everyMs: 3_600_000, againMs: 20, againLooks: 1_000 };
    const guarding = startGuarding(services, timings);
    await vi.waitFor(async () => expect((await row(monitorId)).joinedAt).not.toBeNull(), 5_000);
    await bumpSessionVersion(services.db, people.supervisor.id);
    people.supervisor.sessionVersion += 1;
    await vi.waitFor(() => expect(rooms.inside.size).toBe(0), 15_000);
    rooms.inside.add(identity);
    await vi.waitFor(() => expect(rooms.inside.size).toBe(0), 15_000);
    await guarding.close();
    expect(await row(monitorId)).toMatchObject({ endedBy: 'removed' });
  });

  it('are left by somebody who does not look after the queue any more', async () => {
    const { services, rooms, people } = harness;
    const { monitorId, identity } = await enter('monitor');
    rooms.inside.add(identity);
    await services.db`
      insert into queues (id, name) values ('other', 'Other') on conflict do nothing`;
    await services.db`
      insert into queue_supervisors (user_id, queue_id) values (${people.supervisor.id}, 'other')`;
    await look();
    expect(await row(monitorId)).toMatchObject({ endedBy: 'removed' });
    expect(rooms.inside.size).toBe(0);
  });

  it('keep everybody while LiveKit or Postgres does not answer', async () => {
    const { services, rooms } = harness;
    const { monitorId, identity } = await enter('monitor');
    rooms.inside.add(identity);
    await look();
    rooms.isDown = true;
    await services.db`update call_monitors set seen_at = now() - interval '1 hour'`;
    expect(await look()).toBe(false);
    expect(await row(monitorId)).toMatchObject({ endedAt: null, leftAt: null });
    rooms.isDown = false;
    await harness.postgres.stop();
    expect(await look()).toBe(false);
    await harness.postgres.start();
    await vi.waitFor(async () => expect((await row(monitorId)).endedAt).toBeNull(), 15_000);
    await look();
    expect(await row(monitorId)).toMatchObject({ endedAt: null, leftAt: null });
  });

  it('are looked into only where a supervisor was let in', async () => {
    harness.rooms.inside.add('sup-made-up');
    expect(await look()).toBe(false);
    expect(harness.rooms.removed).toEqual([]);
  });
});

describe('a supervisor who joins', () => {
  it('is announced to both sides before it can be heard, and to customers by first name', async () => {
    const { monitorId, agentTold, token } = await enter('join');
    expect([agentTold, token]).toEqual([true, expect.stringContaining('token')]);
    const name = 'supervisor of the desk';
    await expect.poll(told).toEqual([
      [call.customerIdentity, 'supervisor.joined', { joinId: monitorId, name: 'supervisor' }],
      [call.agentIdentity, 'supervisor.joined', { joinId: monitorId, name }],
      [supervisorIdentity(monitorId), 'supervisor.joined', { joinId: monitorId, name }],
    ]);
    const [audited] = await harness.services.db`
      select count(*)::int from audit_log where action = 'call.joined'`;
    expect(audited).toEqual({ count: 1 });
  });

  it('is alone: another one is told who is there, also when both ask at once', async () => {
    const { people } = harness;
    const [one, two] = await Promise.all([
      post('join', people.supervisor),
      post('join', people.admin),
    ]);
    expect([one.status, two.status].sort()).toEqual([201, 409]);
    const refused = one.status === 409 ? one : two;
    expect((await errorOf(refused)).message).toMatch(/has joined this conversation already/);
    const rows = await harness.services.db`select mode from call_monitors`;
    expect(rows).toEqual([{ mode: 'join' }]);
  });

  it('takes its own place anew, and never two', async () => {
    const first = await enter('join');
    const second = await enter('join');
    expect(await row(first.monitorId)).toMatchObject({ endedBy: 'left', endTold: true });
    expect(await row(second.monitorId)).toMatchObject({ endedAt: null });
    expect(harness.rooms.removed).toEqual([{ callId: call.id, identity: first.identity }]);
    expect(toldTo(call.customerIdentity)).toEqual([
      'supervisor.joined',
      'supervisor.left',
      'supervisor.joined',
    ]);
  });

  it('is said to have left once, however often it goes', async () => {
    const { monitorId } = await enter('join');
    await Promise.all([leave(monitorId), leave(monitorId), look()]);
    await look();
    expect(toldTo(call.customerIdentity)).toEqual(['supervisor.joined', 'supervisor.left']);
    expect((await post('join', harness.people.admin)).status).toBe(201);
  });

  it('is said to have left when its session ends', async () => {
    const { services, people } = harness;
    await enter('join');
    await services.db`update users set role = 'agent' where id = ${people.supervisor.id}`;
    await look();
    await expect
      .poll(() => toldTo(call.customerIdentity))
      .toEqual(['supervisor.joined', 'supervisor.left']);
    const log = await services.db`
      select type, actor from call_events where type like 'supervisor.%' order by seq`;
    expect(log.map(({ actor }) => actor)).toEqual(['supervisor', 'system']);
    await services.db`update users set role = 'supervisor' where id = ${people.supervisor.id}`;
    people.supervisor.sessionVersion += 2;
  });

  it('stays when the agent has to leave, but cannot come when nobody has the call', async () => {
    const { services, people } = harness;
    const { monitorId } = await enter('join');
    await services.db.begin((tx) => requeueCallOfAgent(tx, people.owner.id));
    await look();
    expect(await row(monitorId)).toMatchObject({ endedAt: null });
    const refused = await post('join', people.admin);
    expect((await errorOf(refused)).message).toBe('This call waits for another agent.');
    expect((await post('monitor', people.admin)).status).toBe(201);
  });
});

async function enter(part: 'monitor' | 'join'): Promise<MonitorAccess> {
  const response = await post(part, harness.people.supervisor);
  expect(response.status).toBe(201);
  return monitorAccessSchema.parse(await response.json());
}

async function post(part: 'monitor' | 'join', who: User): Promise<Response> {
  const cookie = await sessionHeader(harness, who);
  return send({ file: `api/calls/[id]/${part}/route.ts`, method: 'POST', callId: call.id, cookie });
}

async function leave(monitorId: string): Promise<void> {
  await send({
    ...{ file: 'api/calls/[id]/monitor/[monitorId]/route.ts', method: 'DELETE', callId: call.id },
    ...{ params: { monitorId }, cookie: await sessionHeader(harness, harness.people.supervisor) },
  });
}

async function row(monitorId: string): Promise<Record<string, unknown>> {
  const [found] = await harness.services.db`select * from call_monitors where id = ${monitorId}`;
  return found ?? {};
}

/** Puts a time of all rows back by so many seconds. */
async function ago(column: 'asked_at' | 'left_at', seconds: number): Promise<void> {
  const { db } = harness.services;
  await db`
    update call_monitors set ${db.raw(column)} = ${db.raw(column)} - ${seconds} * interval '1 second'`;
}

function told() {
  return harness.rooms.sent.map(({ identity, message }) => {
    const event = message?.kind === 'event' ? message.envelope.event : undefined;
    return [identity, event?.type, event?.data];
  });
}

function toldTo(identity: string) {
  return told().flatMap(([to, type]) => (to === identity ? [type] : []));
}
