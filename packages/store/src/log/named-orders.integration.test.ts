import type { CallId, CustomerId } from '@agent/protocol';
import { aCustomerId, anEventId, aSegmentId } from '@agent/testing/ids';
import { expect, test } from 'vitest';
import { newActiveCall, useStore } from '../test-support/store.ts';
import { appendCallEvent } from './call-events.ts';
import { namedOrders } from './named-orders.ts';

const store = useStore();
const ada = aCustomerId('ada');

async function mention(callId: CallId, orderNumber: string, customerId: CustomerId) {
  await appendCallEvent(store.db, callId, {
    eventId: anEventId(),
    actor: 'bot',
    type: 'order.mentioned',
    data: { segmentId: aSegmentId(), orderNumber, customerId },
  });
}

test('the orders that were named in a call are those of one customer, in order', async () => {
  const { call } = await newActiveCall(store.db);
  const { call: other } = await newActiveCall(store.db);
  await mention(call.id, '4521', ada);
  await mention(call.id, '9999', aCustomerId('bob'));
  await mention(call.id, '4187', ada);
  await mention(other.id, '3902', ada);
  expect(await namedOrders(store.db, call.id, ada)).toEqual(['4521', '4187']);
  expect(await namedOrders(store.db, call.id, aCustomerId('eve'))).toEqual([]);
});
