import type { CustomerOrder } from './customer-types.ts';

/** By how much an order that is still to come is late, in milliseconds; null when it is not. */
export function orderLatenessMs(
  { status, expectedAt }: Pick<CustomerOrder, 'status' | 'expectedAt'>,
  nowMs: number,
): number | null {
  const isToCome = status === 'processing' || status === 'shipped' || status === 'delayed';
  if (!isToCome || expectedAt === null) return null;
  const latenessMs = nowMs - Date.parse(expectedAt);
  return latenessMs > 0 ? latenessMs : null;
}
