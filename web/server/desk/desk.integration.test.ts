import type { CallId } from '@agent/protocol';
import { agentStreamSchema, customerStreamSchema } from '@agent/protocol';
import { acceptOffer, bumpSessionVersion, findCall, setAgentStatus } from '@agent/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRound, dispatchTimings, startDispatcher } from '../calls/dispatch.ts';
import { addCall, callInState } from '../test-support/calls-in-state.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { errorOf, send } from '../test-support/send.ts';
import { statesOf } from '../test-support/states-of.ts';
import { customerHeader, sessionHeader } from '../test-support/viewers.ts';
import { agentState } from './agent-stream.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(async () => {
  await harness.clear();
  harness.rooms.sent.length = 0;
  harness.rooms.removed.length = 0;
  harness.rooms.isDown = false;
});
afterAll(() => harness.close());

describe('the dispatcher', () => {
  it('offers a waiting call as soon as an agent becomes available', async () => {
    const { services, people } = harness;
    const dispatcher = startDispatcher(services, { ...dispatchTimings, everyMs: 3_600_000 });
    const { id } = (await addCall(harness)).call;
    await setAgentStatus(services.db, people.owner.id, 'available');
    await vi.waitFor(async () => {
      expect(await findCall(services.db, id)).toMatchObject({
        status: 'offered',
        offeredTo: people.owner.id,
      });
    }, 10_000);
    await dispatcher.close();
    await dispatcher.close();
  });

  it('counts nobody as gone right after a start, and those who stay silent later', async () => {
    const { services, clock } = harness;
    const { id: waiting } = (await addCall(harness)).call;
    await silence(waiting);
    const round = createRound(services);
    await round();
    expect((await findCall(services.db, waiting))?.status).toBe('queued');
    const { now } = clock;
    clock.now = new Date(now.getTime() + dispatchTimings.graceMs);
    await round();
    expect((await findCall(services.db, waiting))?.status).toBe('abandoned');
    clock.now = now;
  });

  it('offers a call again whose offer ran out while nobody could answer', async () => {
    const { services, people } = harness;
    const call = await callInState(harness, 'offered');
    await services.db`update calls set offer_expires_at = now() where id = ${call.id}`;
    await createRound(services)();
    expect(await findCall(services.db, call.id)).toMatchObject({
      status: 'offered',
      offeredTo: people.owner.id,
    });
  });

  it('ends a call whose side is lost and takes both out of the room', async () => {
    const { services, rooms } = harness;
    const call = await callInState(harness, 'active');
    await silence(call.id);
    await createRound(services, { ...dispatchTimings, graceMs: 0 })();
    expect(await findCall(services.db, call.id)).toMatchObject({
      status: 'wrap-up',
      endReason: 'customer-lost',
    });
    const both = [call.customerIdentity, call.agentIdentity].sort();
    await expect.poll(() => rooms.removed.map((one) => one.identity).sort()).toEqual(both);
  });

  it('closes a call whose agent has vanished in wrap-up, and says so to who comes back', async () => {
    const { services, people } = harness;
    const call = await callInState(harness, 'wrap-up');
    const seenAgo = services.db`now() - interval '11 minutes'`;
    await services.db`update calls set agent_seen_at = ${seenAgo} where id = ${call.id}`;
    await createRound(services, { ...dispatchTimings, graceMs: 0 })();
    expect(await findCall(services.db, call.id)).toMatchObject({
      status: 'closed',
      closedBy: 'system',
    });
    const body = { disposition: 'resolved', notes: 'Late' };
    const cookie = await sessionHeader(harness, people.owner);
    const file = 'api/calls/[id]/wrap-up/route.ts';
    const late = await send({ file, method: 'POST', callId: call.id, cookie, body });
    expect(late.status).toBe(409);
    expect((await errorOf(late)).message).toBe('This call was closed while you were away.');
    const desk = await agentState(services, people.owner.id);
    expect(desk).toMatchObject({ status: 'offline', closedInAbsence: { callId: call.id } });
  });

  it('closes the room of an ended call that is still there, and no other', async () => {
    const { services, rooms } = harness;
    const ended = await callInState(harness, 'closed');
    const active = await callInState(harness, 'active');
    for (const { id } of [ended, active]) await rooms.open(id);
    rooms.names.add('somebody-else');
    const round = createRound(services, { ...dispatchTimings, sweepEveryMs: 0 });
    await services.db`
      update calls set ended_at = ended_at - interval '2 s',
        talk_ended_at = talk_ended_at - interval '2 s' where id = ${ended.id}`;
    await round();
    await expect.poll(() => [...rooms.names].sort()).toEqual([active.id, 'somebody-else'].sort());
  });

  /** Makes it look as if nobody had been seen on a call for an hour. */
  async function silence(callId: CallId): Promise<void> {
    await harness.services.db`
      update calls set customer_seen_at = now() - interval '1 hour' where id = ${callId}`;
  }
});

describe('delivery', () => {
  it('sends an event of the web to each side, with what that side saw before', async () => {
    const call = await callInState(harness, 'active');
    const cookie = await customerHeader(harness, call.id);
    const body = { messageId: crypto.randomUUID(), text: 'Hello' };
    const file = 'api/calls/[id]/chat/route.ts';
    await send({ file, method: 'POST', callId: call.id, cookie, body });
    const prevSeqOf = (identity: string | null) => {
      const sent = harness.rooms.sent.find((one) => one.identity === identity);
      return sent?.message?.kind === 'event' && sent.message.envelope.prevSeq;
    };
    await expect.poll(() => harness.rooms.sent).toHaveLength(2);
    expect(prevSeqOf(call.agentIdentity)).toBe(call.lastSeq);
    expect(prevSeqOf(call.customerIdentity)).toBe(call.lastPublicSeq);
  });

  it('tells the agent of a rating, and not the customer', async () => {
    const call = await callInState(harness, 'wrap-up');
    const cookie = await customerHeader(harness, call.id);
    const file = 'api/calls/[id]/rating/route.ts';
    await send({ file, method: 'POST', callId: call.id, cookie, body: { score: 5 } });
    await expect.poll(() => harness.rooms.sent).toHaveLength(1);
    expect(harness.rooms.sent[0]?.identity).toBe(call.agentIdentity);
  });

  it('keeps what was written when LiveKit is away, and lets nobody in', async () => {
    const call = await callInState(harness, 'active');
    const cookie = await customerHeader(harness, call.id);
    const at = { method: 'POST', callId: call.id, cookie };
    harness.rooms.isDown = true;
    const body = { messageId: crypto.randomUUID(), text: 'Hello' };
    const chat = await send({ ...at, file: 'api/calls/[id]/chat/route.ts', body });
    expect(chat.status).toBe(201);
    const token = await send({ ...at, file: 'api/calls/[id]/token/route.ts' });
    expect(token.status).toBe(503);
    expect(token.headers.get('retry-after')).toBe('2');
    expect((await errorOf(token)).code).toBe('unavailable');
    expect((await send({ ...at, file: 'api/calls/[id]/hangup/route.ts' })).status).toBe(204);
  });
});

describe('streams', () => {
  it("show a desk's offer and the customer's place as they change", async () => {
    const { services, people } = harness;
    const { id: callId } = (await addCall(harness)).call;
    const desk = await openStream('api/agent/stream/route.ts', people.owner);
    const customer = await openStream('api/calls/[id]/stream/route.ts', callId);
    expect(customerStreamSchema.parse(await customer.next())).toMatchObject({
      position: 1,
      call: { status: 'queued' },
    });
    expect(agentStreamSchema.parse(await desk.next())).toMatchObject({
      status: 'offline',
      queue: { waiting: 1 },
    });
    await setAgentStatus(services.db, people.owner.id, 'available');
    await createRound(services)();
    await desk.until((state) => agentStreamSchema.parse(state).offer?.callId === callId);
    await acceptOffer(services.db, callId, people.owner.id);
    await desk.until((state) => agentStreamSchema.parse(state).call?.status === 'active');
    await customer.until((state) => customerStreamSchema.parse(state).call.status === 'active');
    await desk.close();
    await customer.close();
  });

  it('end when the session is revoked, without waiting for another reason to look', async () => {
    const { services, people } = harness;
    vi.useFakeTimers({ toFake: ['setInterval'] });
    const desk = await openStream('api/agent/stream/route.ts', people.owner);
    vi.useRealTimers();
    await desk.next();
    await bumpSessionVersion(services.db, people.owner.id);
    await expect(desk.until(() => false)).rejects.toThrow('The stream has ended.');
    people.owner.sessionVersion += 1;
  });

  async function openStream(file: string, of: CallId | typeof harness.people.owner) {
    const callId = typeof of === 'string' ? of : '';
    const cookie =
      typeof of === 'string' ? await customerHeader(harness, of) : await sessionHeader(harness, of);
    const response = await send({ file, method: 'GET', callId, cookie });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    return statesOf(response);
  }
});
