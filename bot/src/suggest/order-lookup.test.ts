import { describe, expect, it, vi } from 'vitest';
import { orderNumbersIn } from '../spoken-numbers/order-numbers.ts';
import { createOrderLookup } from './order-lookup.ts';

function lookup(owners: Record<string, string>, onFailure = vi.fn()) {
  const ownerOfOrder = vi.fn(async (orderNumber: string) => owners[orderNumber]);
  const find = createOrderLookup({ directory: { ownerOfOrder }, orderNumbersIn, onFailure });
  return { find, ownerOfOrder, onFailure };
}

describe('createOrderLookup', () => {
  it('finds the orders that the directory knows', async () => {
    const { find } = lookup({ '4521': 'ann' });
    const text = 'It is order 4521 and not order 9999.';
    expect(await find({ before: '', text }, [])).toEqual([
      { orderNumber: '4521', customerId: 'ann' },
    ]);
  });

  it('finds one whose number goes over a pause', async () => {
    const { find } = lookup({ '4521': 'ann' });
    const said = { before: 'The order number is four five.', text: 'Two one.' };
    expect(await find(said, [])).toEqual([{ orderNumber: '4521', customerId: 'ann' }]);
  });

  it('takes the best reading that the directory knows', async () => {
    const said = { before: '', text: 'I placed order 4521 two weeks ago.' };
    const { find } = lookup({ '4521': 'ann', '45212': 'bob' });
    expect(await find(said, [])).toEqual([{ orderNumber: '4521', customerId: 'ann' }]);
    const other = lookup({ '45212': 'bob' });
    expect(await other.find(said, [])).toEqual([{ orderNumber: '45212', customerId: 'bob' }]);
  });

  it('does not ask for those that are known already', async () => {
    const { find, ownerOfOrder } = lookup({ '4521': 'ann' });
    expect(await find({ before: '', text: 'Yes, order 4521.' }, ['4521'])).toEqual([]);
    expect(ownerOfOrder).not.toHaveBeenCalled();
  });

  it('tells of a directory that fails and finds nothing', async () => {
    const { find, ownerOfOrder, onFailure } = lookup({});
    ownerOfOrder.mockRejectedValue(new Error('away'));
    expect(await find({ before: '', text: 'Order 4521.' }, [])).toEqual([]);
    expect(onFailure).toHaveBeenCalledTimes(1);
  });
});
