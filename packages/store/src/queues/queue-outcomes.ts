import { outcomeSchema, type QueueId, queueIdSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

const queueOutcomeSchema = outcomeSchema.extend({
  queueId: queueIdSchema,
  /** Whether agents cannot choose it any more; calls of before have it still. */
  isRemoved: z.boolean(),
});
/** How a call of a queue may turn out, or could once. */
export type QueueOutcome = z.infer<typeof queueOutcomeSchema>;

/** The outcomes of a queue in the order in which agents see them, removed ones last. */
export async function outcomesOfQueue(db: Queryable, queueId: QueueId): Promise<QueueOutcome[]> {
  const rows = await db`
    select queue_id, id, label, resolves, removed_at is not null as is_removed
    from queue_outcomes where queue_id = ${queueId}
    order by removed_at is not null, place, id`;
  return z.array(queueOutcomeSchema).parse(rows);
}
