import { type CallId, type CustomerId, callIdSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

/** Whose calls are meant: a record, and the contacts that are known of the same person. */
export interface CustomerOfCalls {
  customerId: CustomerId;
  /** Null: not known. */
  email: string | null;
  /** E.164; null: not known. */
  phone: string | null;
}

/** All calls of a customer that are not erased: linked to the record, or made with a contact of it. */
export async function callsOfCustomer(
  db: Queryable,
  { customerId, email, phone }: CustomerOfCalls,
): Promise<CallId[]> {
  const rows = await db`
    select id from calls
    where erased_at is null and (customer_id = ${customerId}
      or (contact_kind = 'email' and lower(contact) = lower(${email}::text))
      or (contact_kind = 'phone' and contact = ${phone}::text))
    order by queued_at, id`;
  return z
    .array(z.object({ id: callIdSchema }))
    .parse(rows)
    .map(({ id }) => id);
}
