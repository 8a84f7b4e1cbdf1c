import { createFakeDirectory } from '@agent/testing/fake-directory';
import { aCustomerId } from '@agent/testing/ids';
import { describe, expect, it, vi } from 'vitest';
import { createOrderLookup } from './order-lookup.ts';

function lookup(owners: Record<string, string>) {
  const findOrders = vi.fn(createFakeDirectory({ owners }).findOrders);
  const onFailure = vi.fn();
  const find = createOrderLookup({ directory: { findOrders }, onFailure });
  return {
    findOrders,
    onFailure,
    /** What is found in a text of a call with this customer, in which these orders were named. */
    find: (text: string, { linked = null, named = {}, before = '' }: Partial<Call> = {}) =>
      find(
        { before, text },
        {
          customerId: linked === null ? null : aCustomerId(linked),
          orderOwners: new Map(
            Object.entries(named).map(([order, owner]) => [order, aCustomerId(owner)]),
          ),
        },
      ),
  };
}

interface Call {
  linked: string | null;
  named: Record<string, string>;
  before: string;
}

const anns = [{ orderNumber: '4521', customerId: aCustomerId('ann') }];
const james = { orderNumber: 'S-20418', customerId: aCustomerId('james') };

describe('createOrderLookup', () => {
  it('finds the orders that the directory knows', async () => {
    const { find } = lookup({ '4521': 'ann' });
    expect(await find('It is order 4521 and not order 9999, 4521.')).toEqual(anns);
  });

  it('finds one whose number goes over a pause', async () => {
    const { find } = lookup({ '4521': 'ann' });
    const before = 'The order number is four five.';
    expect(await find('Two one.', { before })).toEqual(anns);
  });

  it('does not ask for those that were named before', async () => {
    const { find, findOrders } = lookup({ '4521': 'ann' });
    const named = { '4521': 'ann' };
    expect(await find('Yes, order 4521.', { named })).toEqual([]);
    expect(await find('Yes, order 4521.', { named, linked: 'ann' })).toEqual([]);
    expect(findOrders).not.toHaveBeenCalled();
  });

  it('tells of a directory that fails and finds nothing', async () => {
    const { find, findOrders, onFailure } = lookup({});
    findOrders.mockRejectedValueOnce(new Error('away'));
    expect(await find('Order 4521.')).toEqual([]);
    findOrders.mockImplementationOnce(() => {
      throw new Error('broken');
    });
    expect(await find('Order 4521.')).toEqual([]);
    expect(onFailure).toHaveBeenCalledTimes(2);
  });

  it('takes the best reading that the directory knows', async () => {
    const text = 'I placed order 4521 two weeks ago.';
    expect(await lookup({ '4521': 'ann', '45212': 'bob' }).find(text)).toEqual(anns);
    expect(await lookup({ '45212': 'bob' }).find(text)).toEqual([
      { orderNumber: '45212', customerId: aCustomerId('bob') },
    ]);
  });

  it('takes a worse reading when that is an order of the customer who is linked', async () => {
    const { find } = lookup({ '4521': 'ann', '45212': 'bob' });
    const text = 'I placed order 4521 two weeks ago.';
    expect(await find(text, { linked: 'bob' })).toMatchObject([{ orderNumber: '45212' }]);
  });

  it.each(['S-20418', 'S two zero four one eight', 's 20418', 'order 20418', 'F-20418'])(
    'finds S-20418 by "%s"',
    async (text) => {
      expect(await lookup({ 'S-20418': 'james' }).find(text)).toEqual([james]);
    },
  );

  it('takes the order of the customer who is linked for one of the same digits', async () => {
    const { find } = lookup({ '20418': 'bob', 'R-20418': 'eve', 'S-20418': 'james' });
    expect(await find('It is 20418.', { linked: 'james' })).toEqual([james]);
    expect(await find('It is S-20418.', { linked: 'bob' })).toMatchObject([
      { orderNumber: '20418' },
    ]);
  });

  it('takes none of several that are nobody\u2019s in particular', async () => {
    const { find } = lookup({
      '20418': 'bob',
      'R-20418': 'eve',
      'R-20419': 'eve',
      'S-20419': 'eve',
    });
    expect(await find('It is 20418.')).toEqual([]);
    expect(await find('It is 20418.', { linked: 'james' })).toEqual([]);
    expect(await find('It is 20419.', { linked: 'eve' })).toEqual([]);
    expect(await find('It is R-20418.')).toMatchObject([{ orderNumber: 'R-20418' }]);
  });

  it('takes the one that is the number to the letter of several of one customer', async () => {
    const { find } = lookup({ '20418': 'james', 'S-20418': 'james' });
    expect(await find('It is 20418.', { linked: 'james' })).toMatchObject([
      { orderNumber: '20418' },
    ]);
  });

  it('finds the order of a customer who is linked only now', async () => {
    const { find } = lookup({ '20418': 'bob', 'S-20418': 'james' });
    const named = { '20418': 'bob' };
    expect(await find('Again, 20418.', { named, linked: 'james' })).toEqual([james]);
  });
});
