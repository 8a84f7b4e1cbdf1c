import type { AssistState } from '@agent/calls';
import { wait } from '@agent/process';
import type { CustomerRecord } from '@agent/protocol';
import type { OwnedOrder } from '@agent/store';
import type { ReadRecord } from './orders/customer-record.ts';

/** Cards wait no longer to learn whose order was named. */
const MAX_WAIT_MS = 100;

/** What the directory tells of a call's customer, and of the orders that were named just now. */
export interface CustomerContext {
  record: CustomerRecord | undefined;
  named: readonly OwnedOrder[];
}

/**
 * Reads the customer's record while the orders just named are looked up. One of theirs that is too
 * old for the record is worth reading it again.
 */
export async function readCustomerContext(
  { customerId, mentionedOrders }: Pick<AssistState, 'customerId' | 'mentionedOrders'>,
  naming: Promise<readonly OwnedOrder[]>,
  readRecord: ReadRecord,
): Promise<CustomerContext> {
  const [record, named] = await Promise.all([
    readRecord(customerId, mentionedOrders),
    Promise.race([naming, wait(MAX_WAIT_MS).then(() => [])]),
  ]);
  const held = record?.orders.map(({ orderNumber }) => orderNumber);
  const theirs = named.filter((order) => order.customerId === customerId);
  const isWhole = theirs.every(({ orderNumber }) => held?.includes(orderNumber));
  if (isWhole) return { record, named };
  const orders = [...mentionedOrders, ...theirs.map(({ orderNumber }) => orderNumber)];
  return { record: await readRecord(customerId, orders), named };
}
