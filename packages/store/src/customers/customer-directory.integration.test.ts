import { aCustomerId } from '@agent/testing/ids';
import { expect, test } from 'vitest';
import { abandonCall, endCall } from '../calls/call-endings.ts';
import { finishWrapUp } from '../calls/wrap-up.ts';
import { customer, order, stored } from '../test-support/customers.ts';
import { age, newActiveCall, newCall, useStore } from '../test-support/store.ts';
import { addCustomers } from './add-customers.ts';
import { createCustomerDirectory } from './create-customer-directory.ts';
import { linkCustomer } from './customer-link.ts';

const store = useStore();
const directory = () => createCustomerDirectory(store.db);

test('a record has all that was stored, newest first', async () => {
  const ticket = {
    ticketNumber: 'T-1',
    subject: 'Where is it?',
    status: 'open' as const,
    openedAt: '2026-02-02T00:00:00.000Z',
    orderNumber: '1001',
  };
  const maria = customer({
    name: 'Maria Santos',
    email: 'maria@example.com',
    orders: [
      order('1001', { placedAt: '2026-01-01T00:00:00.000Z' }),
      order('1002', {
        placedAt: '2026-03-01T00:00:00.000Z',
        expectedAt: '2026-03-08T00:00:00.000Z',
      }),
    ],
    tickets: [
      ticket,
      { ...ticket, ticketNumber: 'T-2', status: 'closed' },
      { ...ticket, ticketNumber: 'T-3', status: 'pending', openedAt: '2026-02-03T00:00:00.000Z' },
    ],
  });
  await stored(store.db, maria, customer({ orders: [order('1003')] }));
  const record = await directory().find(maria.customerId);
  expect(record).toEqual({
    ...maria,
    orders: [maria.orders[1], maria.orders[0]],
    tickets: [maria.tickets[2], maria.tickets[0]],
    calls: [],
  });
  expect(await directory().find(aCustomerId('nobody'))).toBeUndefined();
});

test('a record holds the ten newest orders, and those asked for', async () => {
  const orders = Array.from({ length: 12 }, (_, index) =>
    order(`10${index + 10}`, { placedAt: `2026-01-${index + 10}T00:00:00.000Z` }),
  );
  const id = await stored(store.db, customer({ orders }));
  const record = await directory().find(id);
  expect(record?.orders.map(({ orderNumber }) => orderNumber)).toEqual(
    orders
      .slice(2)
      .reverse()
      .map(({ orderNumber }) => orderNumber),
  );
  const numbers = async (...named: string[]) =>
    (await directory().find(id, named))?.orders.map(({ orderNumber }) => orderNumber);
  await stored(store.db, customer({ orders: [order('9999')] }));
  expect((await numbers('1010'))?.slice(-2)).toEqual(['1012', '1010']);
  expect(await numbers('1010', '1012', '9999', '1234')).toHaveLength(11);
});

test('a record tells of the last calls that are over, with their outcome', async () => {
  const customerId = await stored(store.db, customer());
  const link = { customerId, by: 'agent' } as const;
  const { call: closed } = await newActiveCall(store.db);
  await age(store.db, closed.id, 'answered_at', 90_000);
  const { call: open } = await newActiveCall(store.db);
  const somebodyElses = await newActiveCall(store.db);
  const left = await newCall(store.db);
  for (const { id } of [closed, open, left]) await linkCustomer(store.db, id, link);
  await endCall(store.db, closed.id, 'customer-hung-up');
  await finishWrapUp(store.db, closed.id, { disposition: 'resolved', notes: '' });
  await abandonCall(store.db, left.id, 'customer-left');
  await endCall(store.db, somebodyElses.call.id, 'customer-hung-up');
  const calls = (await directory().find(customerId))?.calls;
  expect(calls).toMatchObject([
    { callId: left.id, agentName: null, disposition: null, durationMs: 0 },
    { callId: closed.id, agentName: closed.agentName, disposition: 'resolved' },
  ]);
  expect(calls?.[1]?.durationMs).toBeGreaterThanOrEqual(90_000);
  expect(calls?.[1]?.durationMs).toBeLessThan(120_000);
});

test('an order is found by its number as it is said, with its owner', async () => {
  const james = await stored(
    store.db,
    customer({ orders: [order('S-20418'), order('S-20419'), order('AB-12-3')] }),
  );
  const other = await stored(store.db, customer({ orders: [order('4521'), order('R-20419')] }));
  const numbers = async (said: string) =>
    (await directory().findOrders(said)).map(({ orderNumber }) => orderNumber).sort();
  expect(await directory().findOrders('S20418')).toEqual([
    { orderNumber: 'S-20418', customerId: james },
  ]);
  expect(await directory().findOrders('4521')).toEqual([
    { orderNumber: '4521', customerId: other },
  ]);
  expect(await numbers('20418')).toEqual(['S-20418']);
  expect(await numbers('20419')).toEqual(['R-20419', 'S-20419']);
  expect(await numbers('R20419')).toEqual(['R-20419']);
  expect(await numbers('AB123')).toEqual(['AB-12-3']);
  expect(await numbers('123')).toEqual(['AB-12-3']);
  for (const unknown of ['452', '45210', 'S4521', '0418', "'; drop table orders"])
    expect(await numbers(unknown)).toEqual([]);
});

test('a created customer is found by contact, in any case of letters', async () => {
  const contact = { email: 'New.Customer@Example.com', phone: '+12125550100' };
  const created = await directory().create({ name: 'New Customer', ...contact });
  expect(created).toMatchObject({
    ...contact,
    email: 'new.customer@example.com',
    status: 'active',
    lifetimeValue: { cents: 0, currency: 'USD' },
    orders: [],
    tickets: [],
    calls: [],
  });
  expect(await directory().find(created.customerId)).toEqual(created);
});

test.each([
  ['email', { email: 'TAKEN@example.com', phone: null }],
  ['phone', { email: null, phone: '+12125550100' }],
] as const)('a taken %s is refused, and nothing is stored', async (contactKind, contact) => {
  const taken = { email: 'taken@example.com', phone: '+12125550100' };
  await directory().create({ name: 'First', ...taken });
  const second = directory().create({ name: 'Second', ...contact });
  await expect(second).rejects.toMatchObject({ reason: 'contact-taken', contactKind });
  expect(await store.db`select name from customers`).toEqual([{ name: 'First' }]);
});

test('of two who create the same customer at once one succeeds', async () => {
  const same = { name: 'Same', email: 'same@example.com', phone: null };
  const results = await Promise.allSettled([directory().create(same), directory().create(same)]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a caller whose contact is known is that customer, whatever the name', async () => {
  await stored(
    store.db,
    customer({ name: 'Maria Santos', email: 'maria@example.com', phone: '+12125550142' }),
    customer({ name: 'M. Santos' }),
  );
  for (const contact of [
    { kind: 'email', value: 'Maria@Example.com' },
    { kind: 'phone', value: '+12125550142' },
  ] as const) {
    const match = await directory().match({ name: 'Mom', contact });
    expect(match).toMatchObject({ certain: { name: 'Maria Santos' }, candidates: [] });
  }
});

test('a caller whose contact is unknown may be anybody of a similar name, likeliest first', async () => {
  await stored(
    store.db,
    customer({ name: 'Maria Santos', email: 'maria@example.com' }),
    customer({ name: 'María Santos', email: 'm.santos@example.com' }),
    customer({ name: 'Maria Santos-Oliveira' }),
    customer({ name: 'James Carter', email: 'james@example.com' }),
  );
  const contact = { kind: 'email', value: 'm.santos@exampel.com' } as const;
  const { certain, candidates } = await directory().match({ name: 'maria santso', contact });
  expect(certain).toBeUndefined();
  expect(candidates.map(({ name }) => name)).toEqual([
    'María Santos',
    'Maria Santos',
    'Maria Santos-Oliveira',
  ]);
});

test('a mailbox of the same name at another provider makes a candidate', async () => {
  await stored(store.db, customer({ name: 'Robin Lee', email: 'robin.lee.77@example.com' }));
  const contact = { kind: 'email', value: 'robin.lee.77@example.net' } as const;
  const { candidates } = await directory().match({ name: 'R', contact });
  expect(candidates.map(({ name }) => name)).toEqual(['Robin Lee']);
});

test('of many namesakes five are candidates, and of a stranger nobody is', async () => {
  const namesakes = Array.from({ length: 7 }, () => customer({ name: 'John Smith' }));
  await stored(store.db, ...namesakes);
  const contact = { kind: 'phone', value: '+12125550199' } as const;
  expect((await directory().match({ name: 'John Smith', contact })).candidates).toHaveLength(5);
  const stranger = await directory().match({ name: 'Zebulon Quark', contact });
  expect(stranger).toEqual({ certain: undefined, candidates: [] });
});

test('adding customers again changes nothing that exists', async () => {
  const maria = customer({ name: 'Maria', email: 'maria@example.com', orders: [order('4521')] });
  expect(await addCustomers(store.db, [maria])).toBe(1);
  await store.db`update orders set status = 'refunded'`;
  await store.db`update customers set name = 'Maria Santos'`;
  const again = { ...maria, orders: [...maria.orders, order('4599')] };
  const sameMail = customer({ email: 'maria@example.com', orders: [order('4600')] });
  const other = customer({ customerId: aCustomerId(), name: 'Other' });
  expect(await addCustomers(store.db, [again, sameMail, other])).toBe(1);
  const record = await directory().find(maria.customerId);
  expect(record).toMatchObject({ name: 'Maria Santos', orders: [{ status: 'refunded' }] });
  expect(await directory().findOrders('4600')).toEqual([]);
  expect(await addCustomers(store.db, [])).toBe(0);
});

test('the database refuses customers, orders and tickets that make no sense', async () => {
  const { db } = store;
  const id = await stored(db, customer({ orders: [order('4521')] }));
  const check = { code: '23514' };
  for (const statement of [
    db`update customers set status = 'gone'`,
    db`update customers set email = 'Upper@example.com'`,
    db`update customers set phone = '2125550142'`,
    db`update customers set name = ' padded '`,
    db`update customers set currency = 'usd'`,
    db`update orders set status = 'lost'`,
    db`update orders set number = 'a b'`,
    db`insert into tickets values ('T-9', ${id}, 'x', 'new', now())`,
  ])
    await expect(statement).rejects.toMatchObject(check);
});
