import type { AssistState } from '@agent/calls';
import type { CustomerId } from '@agent/protocol';
import type { CustomerDirectory, OwnedOrder } from '@agent/store';
import { orderNumbersIn } from '../../spoken-numbers/order-numbers.ts';
import { chooseOrder, type ReadOrder } from './choose-order.ts';
import { namesOrder } from './order-said.ts';

export interface OrderLookupOptions {
  directory: Pick<CustomerDirectory, 'findOrders'>;
  onFailure: (error: unknown) => void;
}

/** Something said, with what the same speaker said just before: a number may go over a pause. */
export interface SaidInOneGo {
  before: string;
  text: string;
}

/**
 * Finds the orders named in what was said that the directory knows, besides those that are known to
 * have been named in this call. Never rejects.
 */
export type FindNamedOrders = (
  said: SaidInOneGo,
  call: Pick<AssistState, 'orderOwners' | 'customerId'>,
) => Promise<OwnedOrder[]>;

/** Nobody names more in one breath. */
const MAX_NUMBERS = 5;
/** What is read less likely is not looked up. */
const MAX_READINGS = 4;

/** Creates the lookup of one call's orders. */
export function createOrderLookup(options: OrderLookupOptions): FindNamedOrders {
  const { directory, onFailure } = options;

  async function read(said: string): Promise<ReadOrder> {
    try {
      return { said, orders: await directory.findOrders(said) };
    } catch (error) {
      onFailure(error);
      return { said, orders: [] };
    }
  }

  return async ({ before, text }, { orderOwners, customerId }) => {
    const numbers = orderNumbersIn(text, before)
      .map((readings) => readings.slice(0, MAX_READINGS))
      .filter(([best = '']) => !isKnown(best, orderOwners, customerId));
    const chosen = await Promise.all(
      numbers
        .slice(0, MAX_NUMBERS)
        .map(async (readings) => chooseOrder(await Promise.all(readings.map(read)), customerId)),
    );
    const named = new Map(chosen.flatMap((order) => (order ? [[order.orderNumber, order]] : [])));
    return [...named.values()].filter(({ orderNumber }) => !orderOwners.has(orderNumber));
  };
}

/** Whether a number is to the letter that of an order which was named before, and whose it can be. */
function isKnown(
  said: string,
  orderOwners: AssistState['orderOwners'],
  customerId: CustomerId | null,
): boolean {
  return [...orderOwners].some(
    ([orderNumber, owner]) =>
      namesOrder(said, orderNumber) && (customerId === null || owner === customerId),
  );
}
