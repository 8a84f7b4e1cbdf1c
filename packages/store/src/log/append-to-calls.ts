import { audienceOf, type CallId, type NewCallEvent } from '@agent/protocol';
import type { Transaction } from '../database/connect.ts';

/**
 * Appends the same staff event to the logs of many calls that are over, in one statement. For what is
 * done to all of them in the transaction, and so happens once; nobody is notified, as nobody follows them.
 */
export async function appendToCalls(
  tx: Transaction,
  callIds: readonly CallId[],
  { actor, type, data }: Omit<NewCallEvent, 'eventId'>,
): Promise<void> {
  if (audienceOf(type) !== 'staff') throw new Error('Customers count their events one by one.');
  await tx`
    with counted as (
      update calls set last_seq = last_seq + 1
      where id = any(${[...callIds]}::uuid[]) and erased_at is null returning id, last_seq
    )
    insert into call_events (call_id, seq, event_id, at, actor, type, audience, data)
    select id, last_seq, gen_random_uuid(), clock_timestamp(), ${actor}, ${type}, 'staff',
      ${JSON.stringify(data)}::jsonb
    from counted`;
}
