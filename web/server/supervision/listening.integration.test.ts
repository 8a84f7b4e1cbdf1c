import { randomUUID } from 'node:crypto';
import {
  type CallId,
  eventPageSchema,
  type MonitorAccess,
  monitorAccessSchema,
  READER_HEADER,
  supervisorIdentity,
} from '@agent/protocol';
import { bumpSessionVersion, type CallRow, endCall, listen, type User } from '@agent/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callInState } from '../test-support/calls-in-state.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { errorOf, send } from '../test-support/send.ts';
import { customerHeader, sessionHeader } from '../test-support/viewers.ts';

const asSupervisor = { [READER_HEADER]: 'supervisor' };

let harness: Harness;
let call: CallRow;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(async () => {
  await harness.clear();
  harness.rooms.inside.clear();
  for (const list of [harness.rooms.sent, harness.rooms.removed]) list.length = 0;
  await harness.services.db`update queues set listening_told = false`;
  call = await callInState(harness, 'active');
});
afterAll(() => harness.close());

describe('listening', () => {
  it('is on record before there is a token, and leaves nothing in the log of the call', async () => {
    const { services, people } = harness;
    const before = await logOf(call.id);
    const { monitorId, ...access } = await listenTo(call.id);
    expect(access).toMatchObject({
      ...{ identity: supervisorIdentity(monitorId), agentTold: false },
      customerIdentity: call.customerIdentity,
    });
    const rows = await services.db`select * from call_monitors`;
    expect(rows).toMatchObject([
      {
        ...{ id: monitorId, callId: call.id, supervisorId: people.supervisor.id, mode: 'listen' },
        ...{ joinedAt: null, endedAt: null, agentTold: false },
      },
    ]);
    const audited = await services.db`
      select action, actor_id, subject_id from audit_log where action like 'call.%'`;
    expect(audited).toEqual([
      { action: 'call.monitored', actorId: people.supervisor.id, subjectId: call.id },
    ]);
    expect(await logOf(call.id)).toEqual(before);
    expect(harness.rooms.sent).toEqual([]);
    expect(harness.rooms.names.size).toBe(0);
  });

  it('is notified on a channel of its own, and on none that agents or customers hear', async () => {
    const heard: string[] = [];
    const channels = ['call', 'desk', 'customer', 'calls_active', 'session', 'monitor'] as const;
    const open = await Promise.all(
      channels.map((channel) =>
        listen(harness.services.db, channel, (payload) => heard.push(`${channel} ${payload}`)),
      ),
    );
    const { monitorId } = await listenTo(call.id);
    expect((await leave(call.id, monitorId)).status).toBe(204);
    await expect.poll(() => heard.length).toBe(2);
    expect(heard).toEqual([`monitor ${call.id}`, `monitor ${call.id}`]);
    await Promise.all(open.map((one) => one.close()));
  });

  it('is told to the agent, and not to the customer, where its queue has it so', async () => {
    await harness.services.db`update queues set listening_told = true`;
    const { monitorId, agentTold } = await listenTo(call.id);
    expect(agentTold).toBe(true);
    await leave(call.id, monitorId);
    await leave(call.id, monitorId);
    const told = await logOf(call.id);
    expect(told.slice(-2)).toEqual([
      { type: 'supervisor.listening', audience: 'staff', actor: 'supervisor' },
      { type: 'supervisor.stopped-listening', audience: 'staff', actor: 'supervisor' },
    ]);
    const addressees = harness.rooms.sent.map(({ identity }) => identity);
    expect(addressees).not.toContain(call.customerIdentity);
    expect(addressees.filter((one) => one === call.agentIdentity)).toHaveLength(2);
  });

  it('is for those who look after the queue; to others there is no such call', async () => {
    const { services, people } = harness;
    await services.db`insert into queues (id, name) values ('other', 'Other')`.then(
      undefined,
      () => services.db`select 1`,
    );
    await services.db`
      insert into queue_supervisors (user_id, queue_id)
      select ${people.supervisor.id}, id from queues where id <> 'main'`;
    const response = await post('monitor', call.id, people.supervisor);
    expect([response.status, (await errorOf(response)).code]).toEqual([404, 'not-found']);
    expect((await post('join', call.id, people.supervisor)).status).toBe(404);
    expect((await post('monitor', call.id, people.admin)).status).toBe(201);
    await services.db`
      insert into help_requests (id, call_id, agent_id, asked_at)
      values (${randomUUID()}, ${call.id}, ${people.owner.id}, now() - interval '29 seconds')`;
    expect((await post('monitor', call.id, people.supervisor)).status).toBe(404);
    await services.db`update help_requests set asked_at = now() - interval '31 seconds'`;
    expect((await post('monitor', call.id, people.supervisor)).status).toBe(201);
    await services.db`update help_requests set taken_by = ${people.admin.id}, taken_by_name = 'A', taken_at = now()`;
    expect((await post('monitor', call.id, people.supervisor)).status).toBe(404);
    await services.db`update help_requests set taken_by = ${people.supervisor.id}`;
    expect((await post('monitor', call.id, people.supervisor)).status).toBe(201);
  });

  it('ends with the call, whose end the listener is told and may read', async () => {
    const { monitorId } = await listenTo(call.id);
    const { people } = harness;
    const response = await send({
      ...{ file: 'api/calls/[id]/hangup/route.ts', method: 'POST', callId: call.id },
      cookie: await sessionHeader(harness, people.owner),
    });
    expect(response.status).toBe(204);
    expect(await endings()).toEqual(['call-ended']);
    await expect.poll(() => typesSentTo(supervisorIdentity(monitorId))).toEqual(['call.ended']);
    expect((await read('events', call.id)).status).toBe(200);
    await harness.services.db`update call_monitors set ended_at = now() - interval '61 seconds'`;
    expect((await read('events', call.id)).status).toBe(404);
  });

  it('ends with the session, for what is listened to and for what is read', async () => {
    const { services, people } = harness;
    await listenTo(call.id);
    await bumpSessionVersion(services.db, people.supervisor.id);
    people.supervisor.sessionVersion += 1;
    expect(await endings()).toEqual(['removed']);
    expect((await read('events', call.id)).status).toBe(404);
  });

  it('is not possible in a call that is over', async () => {
    await endCall(harness.services.db, call.id, 'customer-hung-up');
    const response = await post('monitor', call.id, harness.people.supervisor);
    expect(await errorOf(response)).toMatchObject({
      message: 'This call has ended.',
      fields: { call: 'over' },
    });
  });

  it('cannot be ended by somebody else', async () => {
    const { people } = harness;
    const { monitorId } = await listenTo(call.id);
    expect((await leave(call.id, monitorId, people.admin)).status).toBe(204);
    expect(await endings()).toEqual([null]);
    const other = await leave(randomUUID() as CallId, monitorId);
    expect(other.status).toBe(204);
    expect(await endings()).toEqual([null]);
    expect(harness.rooms.removed).toEqual([]);
    await leave(call.id, monitorId);
    expect(await endings()).toEqual(['left']);
    expect(harness.rooms.removed).toEqual([
      { callId: call.id, identity: supervisorIdentity(monitorId) },
    ]);
  });
});

describe('a supervisor who listens', () => {
  it('reads the call as its agent does, and gives no sign of life for anybody', async () => {
    const { services } = harness;
    expect((await read('', call.id)).status).toBe(404);
    await listenTo(call.id);
    const seen = () => services.db`select customer_seen_at, agent_seen_at from calls`;
    const before = await seen();
    expect(await (await read('', call.id)).json()).toMatchObject({
      ...{ viewer: 'supervisor', customerName: 'Ada', contact: 'ada@example.com', wrapUp: null },
    });
    const page = eventPageSchema.parse(await (await read('events', call.id)).json());
    expect(page.envelopes).toHaveLength((await logOf(call.id)).length);
    const beat = await read('heartbeat', call.id, 'POST');
    expect(await beat.json()).toEqual({ status: 'active', lastSeq: page.lastSeq });
    expect(await seen()).toEqual(before);
  });

  it('reads nothing without saying so, of another call, or after it has left', async () => {
    const { monitorId } = await listenTo(call.id);
    const cookie = await sessionHeader(harness, harness.people.supervisor);
    const file = 'api/calls/[id]/route.ts';
    expect((await send({ file, method: 'GET', callId: call.id, cookie })).status).toBe(404);
    const other = await read('', randomUUID() as CallId);
    expect(other.status).toBe(404);
    await leave(call.id, monitorId);
    expect((await read('', call.id)).status).toBe(404);
  });

  it('is nobody who only says so', async () => {
    await listenTo(call.id);
    const { people } = harness;
    const cookies = {
      customer: await customerHeader(harness, call.id),
      agent: await sessionHeader(harness, people.owner),
      admin: await sessionHeader(harness, people.admin),
    };
    const asked = await Promise.all(
      Object.values(cookies).map((cookie) =>
        send({
          ...{ file: 'api/calls/[id]/events/route.ts', method: 'GET', callId: call.id },
          ...{ cookie, headers: asSupervisor },
        }),
      ),
    );
    expect(asked.map(({ status }) => status)).toEqual([401, 403, 404]);
  });

  it('comes so often and not more often in a minute', async () => {
    const { services, people } = harness;
    await listenTo(call.id);
    await services.db`update rate_limits set hits = 60 where key = ${`monitor:${people.supervisor.id}`}`;
    const response = await post('monitor', call.id, people.supervisor);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await services.db`select 1 from call_monitors`).length).toBe(1);
  });

  it('may do nothing that a side may', async () => {
    await listenTo(call.id);
    const cookie = await sessionHeader(harness, harness.people.supervisor);
    const acts = [
      ['token', 'POST', undefined],
      ['chat', 'POST', { messageId: randomUUID(), text: 'Hello' }],
      ['hangup', 'POST', undefined],
      ['hold', 'POST', { held: true }],
      ['customer', 'PUT', { customerId: null }],
      ['wrap-up', 'PUT', { disposition: null, notes: '' }],
    ] as const;
    for (const [part, method, body] of acts) {
      const sent = { file: `api/calls/[id]/${part}/route.ts`, method, callId: call.id, cookie };
      const response = await send({ ...sent, body, headers: asSupervisor });
      expect(response.status, part).toBe(404);
    }
  });

  it('is sent what happens by messages of its own, after both sides', async () => {
    const { monitorId } = await listenTo(call.id);
    const { services, rooms } = harness;
    const response = await send({
      ...{ file: 'api/calls/[id]/chat/route.ts', method: 'POST', callId: call.id },
      cookie: await customerHeader(harness, call.id),
      body: { messageId: randomUUID(), text: 'Hello' },
    });
    expect(response.status).toBe(201);
    await expect.poll(() => rooms.sent.length).toBe(3);
    const [first, second, third] = rooms.sent.map(({ identity }) => identity);
    expect(new Set([first, second])).toEqual(new Set([call.customerIdentity, call.agentIdentity]));
    expect(third).toBe(supervisorIdentity(monitorId));
    expect((await services.db`select 1 from call_monitors`).length).toBe(1);
  });

  it('is shown the record of the customer as long as it listens, on record', async () => {
    const { people } = harness;
    const file = 'api/calls/[id]/customer/route.ts';
    const cookie = await sessionHeader(harness, people.supervisor);
    const ask = () => send({ file, method: 'GET', callId: call.id, cookie });
    expect((await ask()).status).toBe(404);
    const { monitorId } = await listenTo(call.id);
    const response = await ask();
    expect(response.status).toBe(200);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    await leave(call.id, monitorId);
    let last = await reader?.read();
    while (last && !last.done) last = await reader?.read();
    expect(last?.done).toBe(true);
  });
});

async function listenTo(callId: CallId): Promise<MonitorAccess> {
  const response = await post('monitor', callId, harness.people.supervisor);
  expect(response.status).toBe(201);
  return monitorAccessSchema.parse(await response.json());
}

async function post(part: 'monitor' | 'join', callId: CallId, who: User): Promise<Response> {
  const cookie = await sessionHeader(harness, who);
  return send({ file: `api/calls/[id]/${part}/route.ts`, method: 'POST', callId, cookie });
}

async function leave(callId: CallId, monitorId: string, who = harness.people.supervisor) {
  return send({
    ...{ file: 'api/calls/[id]/monitor/[monitorId]/route.ts', method: 'DELETE', callId },
    ...{ params: { monitorId }, cookie: await sessionHeader(harness, who) },
  });
}

async function read(part: '' | 'events' | 'heartbeat', callId: CallId, method = 'GET') {
  const file = part ? `api/calls/[id]/${part}/route.ts` : 'api/calls/[id]/route.ts';
  const cookie = await sessionHeader(harness, harness.people.supervisor);
  return send({ file, method, callId, cookie, headers: asSupervisor });
}

function logOf(callId: CallId) {
  return harness.services.db`
    select type, audience, actor from call_events where call_id = ${callId} order by seq`;
}

async function endings() {
  const rows = await harness.services.db`select ended_by from call_monitors order by asked_at`;
  return rows.map(({ endedBy }) => endedBy);
}

function typesSentTo(identity: string) {
  return harness.rooms.sent
    .filter((one) => one.identity === identity)
    .map(({ message }) => message?.kind === 'event' && message.envelope.event.type);
}
