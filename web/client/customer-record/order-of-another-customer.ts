import type { AssistState } from '@agent/calls';
import type { CustomerId, OrderNumber } from '@agent/protocol';

/** An order that was named in the talk and is not the linked customer's. */
export interface OrderOfAnotherCustomer {
  orderNumber: OrderNumber;
  /** Whose order it is. */
  customerId: CustomerId;
}

/** The newest order of somebody else than the linked customer; null when there is none. */
export function orderOfAnotherCustomer(
  { mentionedOrders, orderOwners }: Pick<AssistState, 'mentionedOrders' | 'orderOwners'>,
  linkedId: CustomerId | null,
): OrderOfAnotherCustomer | null {
  const orderNumber = mentionedOrders.findLast((number) => orderOwners.get(number) !== linkedId);
  const customerId = orderNumber && orderOwners.get(orderNumber);
  return orderNumber && customerId ? { orderNumber, customerId } : null;
}
