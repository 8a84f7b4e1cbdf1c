import { randomUUID } from 'node:crypto';
import { callEventEnvelopeSchema, MAX_HELP_REASON_LENGTH } from '@agent/protocol';
import { type CallRow, endCall, takeHelp } from '@agent/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addCall, callInState } from '../test-support/calls-in-state.ts';
import { eventsOf } from '../test-support/events.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { errorOf, send } from '../test-support/send.ts';
import { customerHeader, sessionHeader } from '../test-support/viewers.ts';

let harness: Harness;
let call: CallRow;
let agent: string;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(async () => {
  await harness.clear();
  call = await callInState(harness, 'active');
  agent = await sessionHeader(harness, harness.people.owner);
});
afterAll(() => harness.close());

const to = (method: string) => ({ file: 'api/calls/[id]/help/route.ts', method, callId: call.id });
const ask = (body: unknown = { helpId: randomUUID() }, cookie = agent) =>
  send({ ...to('POST'), cookie, body });
const withdraw = (cookie = agent) => send({ ...to('DELETE'), cookie });

async function helpIn(): Promise<string[]> {
  const types = (await eventsOf(harness, call.id)).map(({ type }) => type);
  return types.filter((type) => type.startsWith('help.'));
}

function toldAbout(type: string): string[] {
  return harness.rooms.sent.flatMap(({ callId, identity, message }) =>
    callId === call.id && message?.kind === 'event' && message.envelope.event.type === type
      ? [identity]
      : [],
  );
}

describe('an agent who needs help', () => {
  it('says so, with a reason or without, and the customer hears nothing of it', async () => {
    const helpId = randomUUID();
    const response = await ask({ helpId, reason: '  A refund beyond my limit ' });
    expect(response.status).toBe(201);
    const { event } = callEventEnvelopeSchema.parse(await response.json());
    expect(event).toMatchObject({
      ...{ type: 'help.requested', actor: 'agent' },
      data: { helpId, reason: 'A refund beyond my limit' },
    });
    await expect.poll(() => toldAbout('help.requested')).toEqual([call.agentIdentity]);
    expect((await withdraw()).status).toBe(204);
    expect((await ask()).status).toBe(201);
    expect((await eventsOf(harness, call.id)).at(-1)?.data).toMatchObject({ reason: '' });
  });

  it('says so once, however often it is sent; a second time only after the first is over', async () => {
    const body = { helpId: randomUUID() };
    const [first, again] = [await ask(body), await ask(body)];
    expect(await again.json()).toEqual(await first.json());
    const second = await ask();
    expect(second.status).toBe(409);
    expect((await errorOf(second)).message).toBe('You have asked for help already.');
    const other = await ask({ ...body, reason: 'Something else' });
    expect(other.status).toBe(409);
    expect(harness.logLines.join('')).not.toContain('Something else');
    expect(await helpIn()).toEqual(['help.requested']);
  });

  it('of two requests at once makes one', async () => {
    const statuses = (await Promise.all([ask(), ask(), ask()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409, 409]);
    expect(await helpIn()).toEqual(['help.requested']);
  });

  it('needs none any more, once', async () => {
    await ask();
    for (const _ of [1, 2]) expect((await withdraw()).status).toBe(204);
    expect(await helpIn()).toEqual(['help.requested', 'help.ended']);
    expect((await eventsOf(harness, call.id)).at(-1)?.data).toMatchObject({ how: 'withdrawn' });
  });

  it('is done with what somebody sees to', async () => {
    const helpId = randomUUID();
    await ask({ helpId });
    const { id: userId, displayName } = harness.people.supervisor;
    await takeHelp(harness.services.db, call.id, helpId, { userId, displayName });
    await withdraw();
    expect((await eventsOf(harness, call.id)).at(-1)?.data).toMatchObject({ how: 'done' });
  });

  it('is the agent of this very call', async () => {
    const others = [
      await sessionHeader(harness, harness.people.otherAgent),
      await sessionHeader(harness, harness.people.supervisor),
      await customerHeader(harness, (await addCall(harness)).call.id),
    ];
    await ask();
    for (const cookie of others) {
      expect((await ask({ helpId: randomUUID() }, cookie)).status).toBe(404);
      expect((await withdraw(cookie)).status).toBe(404);
    }
    const customer = await customerHeader(harness, call.id);
    expect((await withdraw(customer)).status).toBe(403);
    expect(await helpIn()).toEqual(['help.requested']);
  });

  it('has nothing to ask once the call is over, and a late retry has its answer', async () => {
    const body = { helpId: randomUUID() };
    await ask(body);
    await endCall(harness.services.db, call.id, 'customer-hung-up');
    expect((await ask(body)).status).toBe(201);
    const late = await ask();
    expect(late.status).toBe(409);
    expect((await errorOf(late)).message).toBe('This call has ended.');
    expect((await withdraw()).status).toBe(204);
    expect(await helpIn()).toEqual(['help.requested']);
  });

  it('says why in so many words', async () => {
    const reason = 'x'.repeat(MAX_HELP_REASON_LENGTH);
    expect((await ask({ helpId: randomUUID(), reason })).status).toBe(201);
    for (const body of [
      { helpId: randomUUID(), reason: `${reason}x` },
      { helpId: 'mine' },
      { helpId: randomUUID(), urgent: true },
      {},
    ]) {
      expect((await ask(body)).status, JSON.stringify(body)).toBe(400);
    }
  });

  it('asks at most ten times a minute', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 11; count += 1) {
      statuses.push((await ask()).status);
      await withdraw();
    }
    expect(statuses).toEqual([...Array(10).fill(201), 429]);
  });
});
