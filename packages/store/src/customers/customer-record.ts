import {
  type CustomerId,
  type CustomerRecord,
  customerRecordSchema,
  type OrderNumber,
} from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';
import { talkMs } from '../log/talk-ms.ts';
import { outcomeOf } from '../queues/outcome-of.ts';
import { parseOrders, parsePastCalls, parseTickets, summaryColumns } from './customer-rows.ts';

/** All that is known of a customer, these orders of theirs always; undefined when nobody has this id. */
export async function readCustomerRecord(
  db: Queryable,
  customerId: CustomerId,
  orders: readonly OrderNumber[] = [],
): Promise<CustomerRecord | undefined> {
  const [head] = await db`
    select ${summaryColumns(db)}, lifetime_value_cents as cents, currency, customer_since
    from customers c where id = ${customerId}`;
  if (!head) return undefined;
  const { cents, currency, customerSince, ...summary } = headSchema.parse(head);
  return customerRecordSchema.parse({
    ...summary,
    customerSince: customerSince.toISOString(),
    lifetimeValue: { cents, currency },
    orders: parseOrders(await readOrders(db, customerId, orders)),
    tickets: parseTickets(await readTickets(db, customerId)),
    calls: parsePastCalls(await readPastCalls(db, customerId)),
  });
}

const headSchema = z
  .object({ cents: z.number(), currency: z.string(), customerSince: z.date() })
  .loose();

function readOrders(db: Queryable, customerId: CustomerId, always: readonly OrderNumber[]) {
  return db`
    select number as order_number, status, summary, total_cents as cents, currency, placed_at,
      expected_at
    from orders
    where customer_id = ${customerId} and (
      number = any(${always}::text[]) or number in (
        select number from orders where customer_id = ${customerId}
        order by placed_at desc, number desc limit 10
      )
    )
    order by placed_at desc, number desc`;
}

function readTickets(db: Queryable, customerId: CustomerId) {
  return db`
    select number as ticket_number, subject, status, opened_at, order_number from tickets
    where customer_id = ${customerId} and status in ('open', 'pending')
    order by opened_at desc, number desc limit 10`;
}

/** Calls nobody answered count too: they have neither agent nor length. */
function readPastCalls(db: Queryable, customerId: CustomerId) {
  return db`
    select id as call_id, coalesce(answered_at, queued_at) as started_at, agent_name, disposition,
      case when disposition is not null then ${outcomeOf(db)} ->> 'label' end as outcome_label,
      closed_by, coalesce(${talkMs(db)}, 0) as duration_ms
    from calls c where customer_id = ${customerId} and ended_at is not null
    order by ended_at desc, id limit 5`;
}
