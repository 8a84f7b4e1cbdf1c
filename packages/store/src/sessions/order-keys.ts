/**
 * A number of an order in each way it is said, as `orders` has them: letters and digits, or the digits
 * alone.
 */
export function orderKeys(orderNumber: string): string[] {
  const key = orderKey(orderNumber);
  return [...new Set([key, key.replace(/\D+/g, '')])].filter((one) => one !== '');
}

/** An order's number without what stands between its letters and digits; '' when it has none. */
export function orderKey(orderNumber: string): string {
  return orderNumber.toUpperCase().replace(/[^A-Z0-9]+/g, '');
}
