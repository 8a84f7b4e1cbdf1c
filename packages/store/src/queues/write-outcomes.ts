import type { Outcome, OutcomeDraft, QueueId } from '@agent/protocol';
import type { Transaction } from '../database/connect.ts';
import { planOutcomes } from './plan-outcomes.ts';
import { outcomesOfQueue } from './queue-outcomes.ts';

/**
 * Lets a queue have these outcomes, in this order, and returns them with their ids. One that is not among
 * them stays in the table: it names calls of before.
 */
export async function writeOutcomes(
  tx: Transaction,
  queueId: QueueId,
  wanted: readonly OutcomeDraft[],
): Promise<Outcome[]> {
  const outcomes = planOutcomes(await outcomesOfQueue(tx, queueId), wanted);
  await tx`
    update queue_outcomes set removed_at = clock_timestamp()
    where queue_id = ${queueId} and removed_at is null
      and id <> all(${outcomes.map(({ id }) => id)}::text[])`;
  await tx`
    insert into queue_outcomes (queue_id, id, label, resolves, place)
    select ${queueId}, one.id, one.label, one.resolves, one.place - 1
    from unnest(${outcomes.map(({ id }) => id)}::text[], ${outcomes.map(({ label }) => label)}::text[],
      ${outcomes.map(({ resolves }) => resolves)}::boolean[])
      with ordinality as one (id, label, resolves, place)
    on conflict (queue_id, id) do update set label = excluded.label, resolves = excluded.resolves,
      place = excluded.place, removed_at = null`;
  return outcomes;
}
