import type { OrderNumber } from '@agent/protocol';

/** Whether a number as it was said, letters or not, means this order. */
export function meansOrder(said: string, orderNumber: OrderNumber): boolean {
  return said === spoken(orderNumber) || said === orderNumber.replace(/\D/g, '');
}

/** Whether it is all of the order's number. */
export function namesOrder(said: string, orderNumber: OrderNumber): boolean {
  return said === spoken(orderNumber);
}

/** `S20418` for S-20418. */
function spoken(orderNumber: OrderNumber): string {
  return orderNumber.replace(/[^A-Z\d]/g, '');
}
