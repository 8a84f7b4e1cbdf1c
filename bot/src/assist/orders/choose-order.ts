import type { CustomerId } from '@agent/protocol';
import type { OwnedOrder } from '@agent/store';
import { namesOrder } from './order-said.ts';

/** One way to read a number that was said, and the orders that it may mean. */
export interface ReadOrder {
  said: string;
  orders: readonly OwnedOrder[];
}

/**
 * The order that a number means, of all the ways to read it, best first: the linked customer's, or
 * else the only one. Undefined when that leaves none, or several.
 */
export function chooseOrder(
  readings: readonly ReadOrder[],
  linked: CustomerId | null,
): OwnedOrder | undefined {
  for (const { said, orders } of readings) {
    const theirs = onlyOne(
      said,
      orders.filter(({ customerId }) => customerId === linked),
    );
    if (theirs) return theirs;
  }
  const known = readings.find(({ orders }) => orders.length > 0)?.orders ?? [];
  return known.length === 1 ? known[0] : undefined;
}

/** Of one customer's orders: the one whose number this is to the letter, or else the only one. */
function onlyOne(said: string, orders: readonly OwnedOrder[]): OwnedOrder | undefined {
  const exact = orders.filter(({ orderNumber }) => namesOrder(said, orderNumber));
  const meant = exact.length > 0 ? exact : orders;
  return meant.length === 1 ? meant[0] : undefined;
}
