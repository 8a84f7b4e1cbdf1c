import { randomUUID } from 'node:crypto';
import { callEventEnvelopeSchema, MAX_COACH_LENGTH, supervisorIdentity } from '@agent/protocol';
import {
  appendCallEvent,
  bumpSessionVersion,
  type CallRow,
  endCall,
  type User,
} from '@agent/store';
import { anEventId } from '@agent/testing/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addCall, callInState } from '../test-support/calls-in-state.ts';
import { eventsOf } from '../test-support/events.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { errorOf, send } from '../test-support/send.ts';
import { customerHeader, sessionHeader } from '../test-support/viewers.ts';

let harness: Harness;
let call: CallRow;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(async () => {
  await harness.clear();
  harness.rooms.sent.length = 0;
  call = await callInState(harness, 'active');
});
afterAll(() => harness.close());

const message = (text: unknown = 'Offer express.') => ({ messageId: randomUUID(), text });

async function coach(body: unknown = message(), by: User | string = harness.people.supervisor) {
  const cookie = typeof by === 'string' ? by : await sessionHeader(harness, by);
  const to = { file: 'api/calls/[id]/coach/route.ts', method: 'POST', callId: call.id };
  return send({ ...to, cookie, body });
}

async function coachedWith() {
  const events = await eventsOf(harness, call.id);
  return events.flatMap((event) => (event.type === 'coach.message' ? [event.data.text] : []));
}

describe('a message to the agent', () => {
  it('reaches the agent alone, by name, and stays in the log', async () => {
    const sent = message('  Offer express.\nIt is free for her. ');
    const response = await coach(sent);
    expect(response.status).toBe(201);
    const { event } = callEventEnvelopeSchema.parse(await response.json());
    expect(event).toMatchObject({
      ...{ type: 'coach.message', actor: 'supervisor' },
      data: {
        ...{ messageId: sent.messageId, from: harness.people.supervisor.displayName },
        text: 'Offer express.\nIt is free for her.',
      },
    });
    await expect.poll(() => harness.rooms.sent).toHaveLength(1);
    expect(harness.rooms.sent[0]?.identity).toBe(call.agentIdentity);
    const file = 'api/calls/[id]/events/route.ts';
    const cookie = await customerHeader(harness, call.id);
    const seen = await send({ file, method: 'GET', callId: call.id, cookie, query: '?after=0' });
    expect(await seen.text()).not.toContain('express');
  });

  it('reaches those who listen, too, in messages of their own', async () => {
    const id = randomUUID();
    await harness.services.db`
      insert into call_monitors (id, call_id, supervisor_id, supervisor_name, mode, agent_told)
      values (${id}, ${call.id}, ${harness.people.admin.id}, 'Ada', 'listen', false)`;
    await coach();
    const identities = [call.agentIdentity, supervisorIdentity(id)];
    await expect.poll(() => harness.rooms.sent.map(({ identity }) => identity)).toEqual(identities);
  });

  it('sent again is one; with other words it is refused, and not logged', async () => {
    const sent = message();
    const [first, again] = [await coach(sent), await coach(sent)];
    expect(await again.json()).toEqual(await first.json());
    expect((await coach({ ...sent, text: 'Something else' })).status).toBe(409);
    expect(await coachedWith()).toEqual(['Offer express.']);
    expect(harness.logLines.join('')).not.toContain('Something else');
    // The ids of others are no way to take the place of what they write.
    expect((await coach(sent, harness.people.admin)).status).toBe(201);
    await appendCallEvent(harness.services.db, call.id, {
      ...{ eventId: anEventId(sent.messageId), actor: 'bot', type: 'coach.message' },
      data: { messageId: sent.messageId, from: 'Bot', text: 'Other' },
    });
  });

  it('is for supervisors and admins who look after the call, and its agent is none', async () => {
    const { owner, otherAgent, supervisor, admin } = harness.people;
    expect((await coach(message(), admin)).status).toBe(201);
    for (const who of [owner, otherAgent]) expect((await coach(message(), who)).status).toBe(403);
    const customers = [call.id, (await addCall(harness)).call.id];
    for (const id of customers) {
      expect((await coach(message(), await customerHeader(harness, id))).status).toBe(401);
    }
    await harness.services.db`insert into queues (id, name) values ('billing', 'Billing')`;
    await harness.services.db`
      insert into queue_supervisors (user_id, queue_id) values (${supervisor.id}, 'billing')`;
    expect((await coach()).status).toBe(404);
    await harness.services.db`
      insert into help_requests (id, call_id, agent_id, asked_at)
      values (${randomUUID()}, ${call.id}, ${owner.id}, now() - interval '31 s')`;
    expect((await coach()).status).toBe(201);
  });

  it('is refused without a session, and when the call is over', async () => {
    const { supervisor } = harness.people;
    const cookie = await sessionHeader(harness, supervisor);
    await endCall(harness.services.db, call.id, 'customer-hung-up');
    const late = await coach();
    expect(late.status).toBe(409);
    expect((await errorOf(late)).message).toBe('This call has ended.');
    await bumpSessionVersion(harness.services.db, supervisor.id);
    expect((await coach(message(), cookie)).status).toBe(401);
    await harness.services.db`update users set session_version = ${supervisor.sessionVersion}
      where id = ${supervisor.id}`;
    expect(await coachedWith()).toEqual([]);
  });

  it('has words, and at most so many', async () => {
    expect((await coach(message('x'.repeat(MAX_COACH_LENGTH)))).status).toBe(201);
    const wrong = ['', '  \n ', 'x'.repeat(MAX_COACH_LENGTH + 1), 'a\u0000b', 7];
    for (const text of wrong) expect((await coach(message(text))).status).toBe(400);
    expect((await coach({ ...message(), to: 'customer' })).status).toBe(400);
  });

  it('comes at most twenty times a minute', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 21; count += 1) statuses.push((await coach()).status);
    expect(statuses).toEqual([...Array(20).fill(201), 429]);
  });
});
