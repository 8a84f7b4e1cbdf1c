import { aCustomerId } from '@agent/testing/ids';
import { expect, test } from 'vitest';
import { abandonCall, endCall } from '../calls/call-endings.ts';
import { findCall } from '../calls/calls.ts';
import { finishWrapUp } from '../calls/wrap-up.ts';
import { readCallEvents } from '../log/read-call-events.ts';
import { newActiveCall, newCall, useStore } from '../test-support/store.ts';
import { linkCustomer } from './customer-link.ts';

const store = useStore();
const match = { customerId: aCustomerId('crm-7'), by: 'match' } as const;

test('a link is stored with the call and told to staff only', async () => {
  const { id } = await newCall(store.db);
  const linked = await linkCustomer(store.db, id, match);
  expect(linked?.call).toMatchObject({
    customerId: aCustomerId('crm-7'),
    customerLinkedBy: 'match',
  });
  expect(linked?.appended.event).toMatchObject({
    type: 'customer.linked',
    actor: 'system',
    data: match,
  });
  expect(await findCall(store.db, id)).toEqual(linked?.call);
  const page = await readCallEvents(store.db, id, { audience: 'public', afterSeq: 0, limit: 10 });
  expect(page.envelopes.map(({ event }) => event.type)).toEqual(['call.queued']);
});

test('linking the same again appends nothing', async () => {
  const { id } = await newCall(store.db);
  await linkCustomer(store.db, id, match);
  expect(await linkCustomer(store.db, id, match)).toBeUndefined();
  expect(await findCall(store.db, id)).toMatchObject({ lastSeq: 2 });
});

test('an agent decides over the match, and the match no more after that', async () => {
  const { call } = await newActiveCall(store.db);
  await linkCustomer(store.db, call.id, match);
  const other = { customerId: aCustomerId('crm-8'), by: 'agent' } as const;
  expect((await linkCustomer(store.db, call.id, other))?.appended.event).toMatchObject({
    actor: 'agent',
    data: other,
  });
  expect(await linkCustomer(store.db, call.id, match)).toBeUndefined();
  expect(await findCall(store.db, call.id)).toMatchObject({ customerId: aCustomerId('crm-8') });
});

test('an agent may say that it is nobody’s record, also when there was none', async () => {
  const { call } = await newActiveCall(store.db);
  const nobody = { customerId: null, by: 'agent' } as const;
  const linked = await linkCustomer(store.db, call.id, nobody);
  expect(linked?.call).toMatchObject({ customerId: null, customerLinkedBy: 'agent' });
  expect(await linkCustomer(store.db, call.id, match)).toBeUndefined();
  expect(await linkCustomer(store.db, call.id, nobody)).toBeUndefined();
});

test('the record can be chosen until the call is closed', async () => {
  const { call } = await newActiveCall(store.db);
  const chosen = { customerId: aCustomerId('crm-8'), by: 'agent' } as const;
  await endCall(store.db, call.id, 'customer-hung-up');
  expect(await linkCustomer(store.db, call.id, chosen)).toBeDefined();
  await finishWrapUp(store.db, call.id, { disposition: 'resolved', notes: '' });
  expect(
    await linkCustomer(store.db, call.id, { ...chosen, customerId: aCustomerId('crm-9') }),
  ).toBeUndefined();
  const left = await newCall(store.db);
  await abandonCall(store.db, left.id, 'customer-left');
  expect(await linkCustomer(store.db, left.id, chosen)).toBeUndefined();
});

test('of two who link at once both are in the log, the last of them in the call', async () => {
  const { call } = await newActiveCall(store.db);
  const links = await Promise.all([
    linkCustomer(store.db, call.id, { customerId: aCustomerId('crm-1'), by: 'agent' }),
    linkCustomer(store.db, call.id, { customerId: aCustomerId('crm-2'), by: 'agent' }),
  ]);
  const [last] = links.toSorted(
    (a, b) => (b?.appended.event.seq ?? 0) - (a?.appended.event.seq ?? 0),
  );
  expect(await findCall(store.db, call.id)).toEqual(last?.call);
});
