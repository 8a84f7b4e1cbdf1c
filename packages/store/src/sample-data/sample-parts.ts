import type { SampleQueue, SampleTopic } from '@agent/calls/sample-past';
import { queueIdSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';
import { readPlaybook } from '../playbook/playbook-cards.ts';

const queuesSchema = z
  .array(
    z.object({
      id: queueIdSchema,
      name: z.string(),
      targetSeconds: z.number(),
      outcomes: z.array(z.object({ id: z.string(), resolves: z.boolean() })),
    }),
  )
  .min(1);

/** What made-up calls come into and are about: the queues and cards that there are. */
export async function readSampleParts(
  db: Queryable,
): Promise<{ queues: SampleQueue[]; topics: SampleTopic[] }> {
  const rows = await db`
    select q.id, q.name, q.target_seconds, coalesce(json_agg(json_build_object('id', o.id, 'resolves', o.resolves)
      order by o.place) filter (where o.id is not null), '[]') as outcomes
    from queues q left join queue_outcomes o on o.queue_id = q.id and o.removed_at is null
    where q.removed_at is null group by q.id order by q.created_at, q.id`;
  const { cards } = await readPlaybook(db);
  return { queues: queuesSchema.parse(rows), topics: cards };
}
