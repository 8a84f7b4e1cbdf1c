import type { CustomerDirectory } from '@agent/store';
import { meansOrder } from '../orders/order-said.ts';

/** The lookup of a directory that knows these orders, by number, and whose they are. */
export function fakeOrders(owners: Record<string, string>): CustomerDirectory['findOrders'] {
  return async (said) =>
    Object.entries(owners)
      .filter(([orderNumber]) => meansOrder(said, orderNumber))
      .map(([orderNumber, customerId]) => ({ orderNumber, customerId }));
}
