import { randomUUID } from 'node:crypto';
import type { CallId } from '@agent/protocol';
import { expect, test } from 'vitest';
import { newActiveCall, useStore } from '../test-support/store.ts';
import { appendCallEvent } from './call-events.ts';
import { namedOrders } from './named-orders.ts';

const store = useStore();

async function mention(callId: CallId, orderNumber: string, customerId: string) {
  await appendCallEvent(store.db, callId, {
    eventId: randomUUID(),
    actor: 'bot',
    type: 'order.mentioned',
    data: { segmentId: randomUUID(), orderNumber, customerId },
  });
}

test('the orders that were named in a call are those of one customer, in order', async () => {
  const { call } = await newActiveCall(store.db);
  const { call: other } = await newActiveCall(store.db);
  await mention(call.id, '4521', 'ada');
  await mention(call.id, '9999', 'bob');
  await mention(call.id, '4187', 'ada');
  await mention(other.id, '3902', 'ada');
  expect(await namedOrders(store.db, call.id, 'ada')).toEqual(['4521', '4187']);
  expect(await namedOrders(store.db, call.id, 'eve')).toEqual([]);
});
