import { type QueueId, queueFieldNames } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

const rowSchema = z.object({
  by: z.string().nullable(),
  changed: z.array(z.enum([...queueFieldNames, 'members'])),
});
/** Who has changed which parts of a queue. */
export type LatestChange = z.infer<typeof rowSchema>;

/** Changes of a queue that are on record since it had this version, the newest first; at most 20. */
export async function latestQueueChanges(
  db: Queryable,
  queueId: QueueId,
  sinceVersion: number,
): Promise<LatestChange[]> {
  const rows = await db`
    select actor_name as by, data -> 'changed' as changed from audit_log
    where subject_kind = 'queue' and subject_id = ${queueId} and action = 'queue.changed'
      and (data ->> 'version')::integer > ${sinceVersion}
    order by id desc limit 20`;
  return z.array(rowSchema).parse(rows);
}
