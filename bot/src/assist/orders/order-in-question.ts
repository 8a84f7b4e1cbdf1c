import type { AssistState, CallState, FinalSegment } from '@agent/calls';
import type { OrderNumber } from '@agent/protocol';
import type { OwnedOrder } from '@agent/store';
import { orderNumbersIn } from '../../spoken-numbers/order-numbers.ts';
import { textJustBefore } from '../text-just-before.ts';
import { meansOrder, namesOrder } from './order-said.ts';

/** An order that was not named in so many of the last segments is not looked for in them. */
const MAX_SEGMENTS = 60;

/**
 * The order that the talk up to a segment is about: of those known to have been named, the one named
 * last, however often before; where the customer is known, one of theirs. `named` in this segment
 * are those that the log may not have yet.
 */
export function orderInQuestion(
  { segments, assist }: Pick<CallState, 'segments' | 'assist'>,
  last: FinalSegment,
  named: readonly OwnedOrder[],
): OrderNumber | undefined {
  const orders = ordersInQuestion(assist, named);
  if (orders.length < 2) return orders[0];
  const said = segments.filter(({ seq }) => seq <= last.seq).slice(-MAX_SEGMENTS);
  for (const segment of said.toReversed()) {
    const numbers = orderNumbersIn(segment.text, textJustBefore(segments, segment));
    for (const readings of numbers.toReversed()) {
      const order = orderMeant(readings, orders);
      if (order) return order;
    }
  }
  return orders.at(-1);
}

/** The orders that were named so far and that the talk can be about, in the order first named. */
function ordersInQuestion(
  { orderOwners, customerId }: AssistState,
  named: readonly OwnedOrder[],
): OrderNumber[] {
  const owners = new Map([
    ...orderOwners,
    ...named.map((order) => [order.orderNumber, order.customerId] as const),
  ]);
  return [...owners].flatMap(([orderNumber, owner]) =>
    customerId === null || owner === customerId ? [orderNumber] : [],
  );
}

function orderMeant(
  readings: readonly string[],
  orders: readonly OrderNumber[],
): OrderNumber | undefined {
  const found = readings.flatMap((said) => [
    ...orders.filter((orderNumber) => namesOrder(said, orderNumber)),
    ...orders.filter((orderNumber) => meansOrder(said, orderNumber)),
  ]);
  return found[0];
}
