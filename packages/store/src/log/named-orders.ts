import { type CallId, type CustomerId, type OrderNumber, orderNumberSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

/**
 * The orders of a customer that were named in the talk of a call, in the order first named. A stored
 * event that does not fit its schema names none.
 */
export async function namedOrders(
  db: Queryable,
  callId: CallId,
  customerId: CustomerId,
): Promise<OrderNumber[]> {
  const rows = await db`
    select data ->> 'orderNumber' as order_number from call_events
    where call_id = ${callId} and type = 'order.mentioned'
      and data ->> 'customerId' = ${customerId}
    order by seq`;
  return rows.flatMap((row) => rowSchema.safeParse(row).data?.orderNumber ?? []);
}

const rowSchema = z.object({ orderNumber: orderNumberSchema });
