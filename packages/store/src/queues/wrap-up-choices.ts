import { type Outcome, outcomeSchema, type QueueId } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

const choicesSchema = z.object({
  outcomes: z.array(outcomeSchema),
  outcomeRequired: z.boolean(),
});
/** What the agent of a call can choose from at its wrap-up, and whether it must. */
export interface WrapUpChoices {
  /** In the order in which agents see them. */
  outcomes: Outcome[];
  outcomeRequired: boolean;
}

/** What there is to choose from for a call of this queue, whose queue may have been removed. */
export async function wrapUpChoices(db: Queryable, queueId: QueueId): Promise<WrapUpChoices> {
  const [row] = await db`
    select outcome_required, (
      select coalesce(json_agg(json_build_object('id', id, 'label', label, 'resolves', resolves)
        order by place, id), '[]')
      from queue_outcomes where queue_id = q.id and removed_at is null) as outcomes
    from queues q where id = ${queueId}`;
  return choicesSchema.parse(row);
}
