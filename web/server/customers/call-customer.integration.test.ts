import { type CallCustomer, type CustomerId, callCustomerSchema } from '@agent/protocol';
import {
  acceptOffer,
  bumpSessionVersion,
  type CallRow,
  declineOffer,
  endCall,
  finishWrapUp,
  linkCustomer,
} from '@agent/store';
import { createFakeDirectory } from '@agent/testing/fake-directory';
import { aCustomerId } from '@agent/testing/ids';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { provideServices } from '../services.ts';
import { callInState } from '../test-support/calls-in-state.ts';
import { addCustomer, addOrder, nameOrder, setOrderStatus } from '../test-support/customers.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { send } from '../test-support/send.ts';
import { statesOf } from '../test-support/states-of.ts';
import { offerSuggestion } from '../test-support/suggestions.ts';
import { sessionHeader } from '../test-support/viewers.ts';

const file = 'api/calls/[id]/customer/route.ts';
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
afterEach(() => vi.useRealTimers());
afterAll(() => harness.close());

describe("the stream of a call's customer", () => {
  it('shows the record to the agent from the offer on, and until the call is closed', async () => {
    const customerId = await addCustomer(harness);
    await addOrder(harness, customerId, '4521');
    const call = await callInState(harness, 'offered');
    const stream = await open(call);
    expect(await stream.next()).toEqual({ linkedBy: null, record: null, candidates: [] });
    await link(call, customerId);
    const linked = await stream.until(({ record }) => record !== null);
    expect(linked).toMatchObject({
      linkedBy: 'match',
      record: { customerId, orders: [{ orderNumber: '4521', status: 'shipped' }] },
    });
    await acceptOffer(harness.services.db, call.id, harness.people.owner.id);
    expect((await stream.next()).record?.customerId).toBe(customerId);
    await endCall(harness.services.db, call.id, 'agent-hung-up');
    expect((await stream.next()).record?.calls).toEqual([]);
    await finishWrapUp(harness.services.db, call.id, { disposition: 'resolved', notes: '' });
    await expect(stream.until(() => false)).rejects.toThrow('The stream has ended.');
  });

  it('shows a change of an order when told of it, not when it looks by itself', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    const customerId = await addCustomer(harness);
    await addOrder(harness, customerId, '4521');
    const call = await callInState(harness, 'active');
    await link(call, customerId);
    const stream = await open(call);
    await stream.until(({ record }) => record !== null);
    await setOrderStatus(harness, '4521', 'delayed');
    await stream.until(({ record }) => record?.orders[0]?.status === 'delayed');
    await stream.close();
  });

  it('shows an order when told that it was named in the call, however old it is', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    const customerId = await addCustomer(harness);
    for (let number = 4510; number <= 4521; number++) {
      await addOrder(harness, customerId, `${number}`);
    }
    const call = await callInState(harness, 'active');
    await link(call, customerId);
    const stream = await open(call);
    const { record } = await stream.until((state) => state.record !== null);
    expect(record?.orders).toHaveLength(10);
    expect(record?.orders.at(-1)?.orderNumber).toBe('4512');
    await nameOrder(harness, call.id, { orderNumber: '4510', customerId });
    const state = await stream.until((next) => next.record?.orders.length === 11);
    expect(state.record?.orders.at(-1)?.orderNumber).toBe('4510');
    await stream.close();
    const again = await open(call);
    expect((await again.next()).record?.orders).toHaveLength(11);
    await again.close();
  });

  it('follows the customer who is linked now, and no longer the one before', async () => {
    const [first, second] = [await addCustomer(harness), await addCustomer(harness)];
    await addOrder(harness, second, '4521');
    const call = await callInState(harness, 'active');
    await link(call, first);
    const find = vi.spyOn(harness.services.directory, 'find');
    const stream = await open(call);
    await stream.until(({ record }) => record?.customerId === first);
    expect((await put(call, { customerId: second })).status).toBe(204);
    const linked = await stream.until(({ record }) => record?.customerId === second);
    expect(linked.linkedBy).toBe('agent');
    await setOrderStatus(harness, '4521', 'delivered');
    await stream.until(({ record }) => record?.orders[0]?.status === 'delivered');
    const asked = find.mock.calls.length;
    await harness.services.db`update customers set name = 'Else' where id = ${first}`;
    await setOrderStatus(harness, '4521', 'delayed');
    await stream.until(({ record }) => record?.orders[0]?.status === 'delayed');
    expect(find.mock.calls.slice(asked).map(([id]) => id)).toEqual([second]);
    await stream.close();
    find.mockRestore();
  });

  it('does not ask the directory because something was said', async () => {
    const customerId = await addCustomer(harness);
    const call = await callInState(harness, 'active');
    await link(call, customerId);
    const find = vi.spyOn(harness.services.directory, 'find');
    const stream = await open(call);
    await stream.next();
    const asked = find.mock.calls.length;
    for (let count = 0; count < 5; count++) await offerSuggestion(harness, call.id);
    await nameOrder(harness, call.id, {
      orderNumber: '9999',
      customerId: aCustomerId('somebody-else'),
    });
    await put(call, { customerId: null });
    await stream.until(({ record }) => record === null);
    expect(find.mock.calls.length).toBe(asked);
    await stream.close();
    find.mockRestore();
  });

  it('names those it could be while nobody is linked', async () => {
    const byContact = await addCustomer(harness, { email: 'ada@example.com' });
    const call = await callInState(harness, 'active');
    const stream = await open(call);
    const state = await stream.next();
    expect(state).toMatchObject({ linkedBy: null, record: null });
    expect(state.candidates.map(({ customerId }) => customerId)).toEqual([byContact]);
    await stream.close();
  });

  it('names nobody any more once the agent has said that it is nobody', async () => {
    await addCustomer(harness, { email: 'ada@example.com' });
    const call = await callInState(harness, 'active');
    expect((await put(call, { customerId: null })).status).toBe(204);
    const stream = await open(call);
    expect(await stream.next()).toEqual({ linkedBy: 'agent', record: null, candidates: [] });
    await stream.close();
  });

  it('does not count the call at hand as a call before', async () => {
    const customerId = await addCustomer(harness);
    const before = await callInState(harness, 'wrap-up');
    await link(before, customerId);
    const stream = await open(before);
    expect((await stream.next()).record?.calls).toEqual([]);
    await stream.close();
    await finishWrapUp(harness.services.db, before.id, { disposition: 'resolved', notes: '' });
    const call = await callInState(harness, 'active');
    await link(call, customerId);
    const next = await open(call);
    expect((await next.next()).record?.calls).toMatchObject([{ callId: before.id }]);
    await next.close();
  });

  it('ends when the offer goes to somebody else', async () => {
    const call = await callInState(harness, 'offered');
    const stream = await open(call);
    await stream.next();
    await declineOffer(harness.services.db, call.id, harness.people.owner.id);
    await expect(stream.until(() => false)).rejects.toThrow('The stream has ended.');
    expect((await send({ file, method: 'GET', callId: call.id, cookie })).status).toBe(404);
  });

  it('ends when the session is revoked', async () => {
    const { owner } = harness.people;
    const call = await callInState(harness, 'active');
    vi.useFakeTimers({ toFake: ['setInterval'] });
    const stream = await open(call);
    vi.useRealTimers();
    await stream.next();
    await bumpSessionVersion(harness.services.db, owner.id);
    await expect(stream.until(() => false)).rejects.toThrow('The stream has ended.');
    owner.sessionVersion += 1;
    cookie = await sessionHeader(harness, owner);
  });

  it('says that the directory is away, goes on when it is back, and logs nothing of the caller', async () => {
    const customerId = await addCustomer(harness);
    const call = await callInState(harness, 'active');
    await link(call, customerId);
    const away = vi.spyOn(harness.services.directory, 'find');
    away.mockImplementation(createFakeDirectory({ isAway: true }).find);
    const stream = await open(call);
    expect(await stream.nextMessage()).toBe('retry: 2000');
    expect(await stream.nextMessage()).toBe('data: null');
    away.mockRestore();
    await link(call, await addCustomer(harness));
    expect((await stream.next()).linkedBy).toBe('match');
    await stream.close();
    expect(harness.logLines.join('')).not.toContain('ada@example.com');
    expect(harness.logLines.join('')).not.toContain(customerId);
  });

  async function open({ id: callId }: CallRow) {
    const response = await send({ file, method: 'GET', callId, cookie });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const states = statesOf(response);
    const next = async (): Promise<CallCustomer> => callCustomerSchema.parse(await states.next());
    const until = async (isWanted: (state: CallCustomer) => boolean) =>
      callCustomerSchema.parse(
        await states.until((state) => isWanted(callCustomerSchema.parse(state))),
      );
    return { ...states, next, until };
  }

  async function link({ id }: CallRow, customerId: CustomerId): Promise<void> {
    await linkCustomer(harness.services.db, id, { customerId, by: 'match' });
  }

  function put({ id: callId }: CallRow, body: unknown): Promise<Response> {
    return send({ file, method: 'PUT', callId, cookie, body });
  }
});
