import type { CallId, CustomerId, OrderNumber } from '@agent/protocol';
import { appendCallEvent, type OwnedOrder } from '@agent/store';
import { aCustomerId, anEventId, aSegmentId } from '@agent/testing/ids';
import type { Harness } from './harness.ts';

/** A customer of a test; what is not given is made up. */
export interface TestCustomer {
  customerId?: CustomerId;
  name?: string;
  email?: string | null;
  phone?: string | null;
}

/** Puts a customer into the directory. */
export async function addCustomer(
  { services }: Harness,
  customer: TestCustomer = {},
): Promise<CustomerId> {
  const { customerId = aCustomerId(), name = 'Grace Hopper', phone = null } = customer;
  const email = customer.email === undefined ? `${customerId}@example.com` : customer.email;
  await services.db`
    insert into customers (id, name, email, phone) values (${customerId}, ${name}, ${email}, ${phone})`;
  return customerId;
}

/** Puts an order of a customer into the directory. */
export async function addOrder(
  { services }: Harness,
  customerId: CustomerId,
  orderNumber: OrderNumber,
): Promise<void> {
  await services.db`
    insert into orders (number, customer_id, status, summary, total_cents, currency, placed_at)
    values (${orderNumber}, ${customerId}, 'shipped', 'A lamp', 4900, 'USD', now())`;
}

/** The bot has heard an order's number. */
export async function nameOrder(
  { services }: Harness,
  callId: CallId,
  order: OwnedOrder,
): Promise<void> {
  await appendCallEvent(services.db, callId, {
    eventId: anEventId(),
    actor: 'bot',
    type: 'order.mentioned',
    data: { segmentId: aSegmentId(), ...order },
  });
}

/** Changes the state of an order, as the shop's own system would. */
export async function setOrderStatus(
  { services }: Harness,
  orderNumber: OrderNumber,
  status: 'delayed' | 'delivered',
): Promise<void> {
  await services.db`update orders set status = ${status} where number = ${orderNumber}`;
}
