import type { CustomerOrder } from '@agent/protocol';
import { aCustomerId } from '@agent/testing/ids';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { assistedCall } from './test-support/assisted-call.ts';
import { newEvent } from './test-support/call-log.ts';
import { createFakeSuggester } from './test-support/fake-suggester.ts';
import { annRecord } from './test-support/requests.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an order that is named again', () => {
  it('is in question again, also for a bot that takes over', async () => {
    const owners = { '4521': 'ann', '4187': 'ann' };
    const first = assistedCall({ owners });
    await first.says('customer', 'My order 4521 is not here yet.');
    await first.says('customer', 'Order 4187 came last week.');
    await first.says('customer', 'Back to 4521.');
    void first.assist.finish();
    const model = createFakeSuggester();
    const second = assistedCall({ owners, model, log: first.log });
    await second.pass(500);
    await second.says('customer', 'So where is it now?');
    expect(model.requests.at(-1)?.conversation.orderNumber).toBe('4521');
    expect(first.log.dataOf('order.mentioned')).toHaveLength(2);
  });
});

describe('an order older than the newest of a record', () => {
  const owners = { '3902': 'ann' };
  const old = { ...annRecord.orders[0], orderNumber: '3902' } as CustomerOrder;
  const find = vi.fn(async (_id: string, orders: readonly string[] = []) => ({
    ...annRecord,
    orders: [...annRecord.orders, ...(orders.includes('3902') ? [old] : [])],
  }));

  it('is in the record from the segment on that names it', async () => {
    const model = createFakeSuggester();
    const { says, web } = assistedCall({ model, owners, find });
    await web(newEvent('customer.linked', { customerId: aCustomerId('ann'), by: 'agent' }));
    await says('customer', 'I have a question about something.', 3_000);
    await says('customer', 'It is about order 3902 that I have.', 3_000);
    await says('customer', 'So what can you tell me about it?', 3_000);
    const records = model.requests.map(({ conversation }) => conversation.record?.orders.length);
    expect(records).toEqual([1, 2, 2]);
    expect(model.requests.at(-1)?.conversation).toMatchObject({
      orderNumber: '3902',
      namedOrders: ['3902'],
    });
  });

  it('is read again only when the record lacks it', async () => {
    find.mockClear();
    const { says, web } = assistedCall({ owners: { ...owners, '4521': 'ann' }, find });
    await web(newEvent('customer.linked', { customerId: aCustomerId('ann'), by: 'agent' }));
    await says('customer', 'It is order 4521.');
    expect(find).toHaveBeenCalledTimes(1);
    await says('customer', 'Or order 3902.');
    expect(find).toHaveBeenCalledTimes(3);
  });
});
