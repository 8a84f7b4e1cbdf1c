import type { CallId } from '@agent/protocol';
import { type CallRow, findCall } from '@agent/store';
import { createFakeDirectory } from '@agent/testing/fake-directory';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { provideServices } from '../services.ts';
import { callInState } from '../test-support/calls-in-state.ts';
import { addCustomer } from '../test-support/customers.ts';
import { eventsOf } from '../test-support/events.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { errorOf, send } from '../test-support/send.ts';
import { sessionHeader } from '../test-support/viewers.ts';

let harness: Harness;
let cookie: string;
beforeAll(async () => {
  harness = await startHarness();
  cookie = await sessionHeader(harness, harness.people.owner);
});
beforeEach(async () => {
  await harness.clear();
  provideServices(harness.services);
  harness.rooms.sent.length = 0;
});
afterAll(() => harness.close());

describe('linking a customer', () => {
  it('is an event for the agent alone, once', async () => {
    const customerId = await addCustomer(harness);
    const call = await callInState(harness, 'active');
    for (let count = 0; count < 2; count++) {
      expect((await put(call, { customerId })).status).toBe(204);
    }
    await expect.poll(() => harness.rooms.sent).toHaveLength(1);
    expect(harness.rooms.sent[0]?.identity).toBe(call.agentIdentity);
    expect((await put(call, { customerId: null })).status).toBe(204);
    expect(await linksOf(call)).toEqual([
      { customerId, by: 'agent' },
      { customerId: null, by: 'agent' },
    ]);
    expect(await findCall(harness.services.db, call.id)).toMatchObject({
      customerId: null,
      customerLinkedBy: 'agent',
    });
  });

  it.each([
    [{ customerId: 'nobody' }, 404],
    [{ customerId: 'no body' }, 400],
    [{ customerId: '' }, 400],
    [{ customerId: 7 }, 400],
    [{}, 400],
  ])('%j is refused with %i', async (body, status) => {
    const call = await callInState(harness, 'active');
    expect((await put(call, body)).status).toBe(status);
    expect(await linksOf(call)).toEqual([]);
  });

  it('is over once the call is closed', async () => {
    const call = await callInState(harness, 'closed');
    const response = await put(call, { customerId: null });
    expect(response.status).toBe(409);
    expect((await errorOf(response)).message).toBe('This call is closed already.');
  });

  function put({ id: callId }: CallRow, body: unknown): Promise<Response> {
    const file = 'api/calls/[id]/customer/route.ts';
    return send({ file, method: 'PUT', callId, cookie, body });
  }

  async function linksOf({ id }: CallRow): Promise<unknown[]> {
    const events = await eventsOf(harness, id);
    return events.filter(({ type }) => type === 'customer.linked').map(({ data }) => data);
  }
});

describe('the start of a call', () => {
  it.each([
    ['ADA@Example.com', { email: 'ada@example.com' }],
    ['(212) 555-0123', { phone: '+12125550123', email: null }],
  ])('links the customer whose contact is %s', async (contact, customer) => {
    const customerId = await addCustomer(harness, customer);
    const callId = await start(contact);
    await expect
      .poll(() => findCall(harness.services.db, callId))
      .toMatchObject({ customerId, customerLinkedBy: 'match' });
  });

  it('links nobody when only the name is alike', async () => {
    await addCustomer(harness, { name: 'Ada Byron' });
    const match = vi.spyOn(harness.services.directory, 'match');
    const callId = await start('somebody@example.com');
    await expect.poll(() => match.mock.results).toHaveLength(1);
    await match.mock.results[0]?.value;
    expect(await findCall(harness.services.db, callId)).toMatchObject({ customerId: null });
    match.mockRestore();
  });

  it('is answered before anybody asks whose contact it is', async () => {
    const match = vi.fn(harness.services.directory.match);
    const directory = { ...harness.services.directory, match };
    provideServices({ ...harness.services, directory });
    const body = { name: 'Ada', contact: 'ada@example.com', consent: 'accepted' };
    const sent = { file: 'api/calls/route.ts', method: 'POST' };
    const response = await send({ ...sent, body: { ...body, noticeVersion: '1' } });
    expect(response.status).toBe(201);
    expect(match).not.toHaveBeenCalled();
    await expect.poll(() => match.mock.results).toHaveLength(1);
    await match.mock.results[0]?.value;
  });

  it('waits for no directory, and tries again when the offer is accepted', async () => {
    const directory = createFakeDirectory({ isFrozen: true });
    provideServices({ ...harness.services, directory });
    await start('ada@example.com');
    provideServices(harness.services);
    await harness.clear();
    const customerId = await addCustomer(harness, { email: 'ada@example.com' });
    const { id: callId } = await callInState(harness, 'offered');
    await send({ file: 'api/calls/[id]/offer/accept/route.ts', method: 'POST', callId, cookie });
    await expect
      .poll(async () => (await findCall(harness.services.db, callId))?.customerId)
      .toBe(customerId);
  });

  it('succeeds with a directory that fails, and writes no contact into the log', async () => {
    provideServices({ ...harness.services, directory: createFakeDirectory({ isAway: true }) });
    harness.logLines.length = 0;
    await start('unmistakable@example.com');
    await expect.poll(() => harness.logLines.join('')).toContain('customer not matched');
    expect(harness.logLines.join('')).not.toContain('unmistakable');
  });

  async function start(contact: string): Promise<CallId> {
    const body = { name: 'Ada', contact, consent: 'accepted', noticeVersion: '1' };
    const response = await send({ file: 'api/calls/route.ts', method: 'POST', body });
    expect(response.status).toBe(201);
    return ((await response.json()) as { callId: CallId }).callId;
  }
});
