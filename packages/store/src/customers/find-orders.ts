import { customerIdSchema, orderNumberSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';
import type { OwnedOrder } from './customer-directory.ts';
import { orderSpelling } from './order-spelling.ts';

/** More orders than share their digits by chance. */
const MAX_ORDERS = 20;

/** The orders whose number is this one as it is said: letters and digits, or the digits alone. */
export async function findOrders(db: Queryable, said: string): Promise<OwnedOrder[]> {
  const rows = await db`
    select number as order_number, customer_id from orders
    where ${orderSpelling(db, said)} = ${said} order by number limit ${MAX_ORDERS}`;
  return z.array(ownedOrderSchema).parse(rows);
}

const ownedOrderSchema = z.object({ orderNumber: orderNumberSchema, customerId: customerIdSchema });
