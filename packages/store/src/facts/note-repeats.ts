import type { CustomerId } from '@agent/protocol';
import type { Transaction } from '../database/connect.ts';

/** Between which times calls may have changed of which the one before is told. */
export interface RepeatSpan {
  from: Date;
  to: Date;
}

/**
 * Notes of the resolved calls of customers whether the same customer called again within 7 days; of those that
 * one in this span can have to do with. The newest are locked first, as everywhere.
 */
export async function noteRepeats(
  tx: Transaction,
  customerIds: readonly CustomerId[],
  { from, to }: RepeatSpan,
): Promise<void> {
  if (customerIds.length === 0) return;
  await tx`
    with told as (
      select f.call_id, case when f.resolves then exists (
        select from call_facts l where l.customer_id = f.customer_id and l.queued_at > f.queued_at
          and l.queued_at <= f.queued_at + interval '7 days') end as repeated
      from call_facts f
      where f.customer_id = any (${[...new Set(customerIds)]}::text[])
        and f.queued_at between ${from}::timestamptz - interval '7 days 1 second'
          and ${to}::timestamptz + interval '1 second'
    ), changed as (
      select f.call_id, t.repeated from call_facts f join told t using (call_id)
      where f.repeated is distinct from t.repeated
      order by f.queued_at desc, f.call_id desc for update of f
    )
    update call_facts f set repeated = c.repeated from changed c where f.call_id = c.call_id`;
}
