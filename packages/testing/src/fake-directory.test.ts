import type { CustomerRecord } from '@agent/protocol';
import { expect, it } from 'vitest';
import { createFakeDirectory } from './fake-directory.ts';
import { aCustomerId } from './ids.ts';

const ann: CustomerRecord = {
  customerId: aCustomerId('ann'),
  name: 'Ann Miller',
  email: 'ann@example.org',
  phone: '+14155550134',
  status: 'active',
  customerSince: '2023-02-01T00:00:00Z',
  lifetimeValue: { cents: 0, currency: 'USD' },
  orders: [
    {
      orderNumber: 'S-20418',
      status: 'shipped',
      summary: 'Lamp',
      total: { cents: 4_900, currency: 'USD' },
      placedAt: '2026-11-10T09:00:00Z',
      expectedAt: null,
    },
  ],
  tickets: [],
  calls: [],
};

it('finds who was put there, by id, name, contact and order', async () => {
  const directory = createFakeDirectory({ records: [ann], owners: { '20418': 'bob' } });
  expect(await directory.find(ann.customerId)).toBe(ann);
  expect(await directory.find(aCustomerId('bob'))).toBeUndefined();
  expect(await directory.search({ query: 'miller', page: 1 })).toMatchObject({
    hits: [{ customer: { customerId: 'ann' }, matched: 'name' }],
    total: 1,
  });
  const contact = { kind: 'email', value: 'ann@example.org' } as const;
  expect(await directory.match({ name: 'A', contact })).toMatchObject({
    certain: { customerId: 'ann' },
    candidates: [],
  });
  expect(await directory.findOrders('S20418')).toEqual([
    { orderNumber: 'S-20418', customerId: 'ann' },
  ]);
  expect(await directory.findOrders('20418')).toHaveLength(2);
  expect(await directory.findOrders('204181')).toEqual([]);
});

it('adds a customer once', async () => {
  const directory = createFakeDirectory({ records: [ann] });
  const bob = { name: 'Bob', email: 'bob@example.org', phone: null };
  const { customerId } = await directory.create(bob);
  expect(await directory.find(customerId)).toMatchObject(bob);
  await expect(directory.create(bob)).rejects.toMatchObject({
    name: 'StoreError',
    reason: 'contact-taken',
  });
});

it('quotes what was asked while it is away, and keeps what it was asked', async () => {
  const directory = createFakeDirectory({ records: [ann], isAway: true });
  await expect(directory.find(ann.customerId, ['4521'])).rejects.toThrow('["ann",["4521"]]');
  directory.isAway = false;
  await directory.findOrders('4521');
  expect(directory.asked).toEqual([
    { method: 'find', of: ['ann', ['4521']] },
    { method: 'findOrders', of: ['4521'] },
  ]);
});
