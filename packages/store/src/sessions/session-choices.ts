import { type SessionChoices, sessionChoicesSchema } from '@agent/protocol';
import type { Queryable } from '../database/connect.ts';
import { allQueues } from '../queues/read-queues.ts';

/** More outcomes than this are in no list to choose from. */
const MOST = 1_000;

/**
 * By which queues and outcomes one can look for calls. An outcome that several queues have is in the words
 * of the first of them; what was removed comes last, as calls of before have it.
 */
export async function readSessionChoices(db: Queryable): Promise<SessionChoices> {
  const outcomes = await db`
    select id, label from (
      select distinct on (o.id) o.id, o.label, o.place,
        o.removed_at is not null or q.removed_at is not null as is_removed
      from queue_outcomes o join queues q on q.id = o.queue_id
      order by o.id, o.removed_at is not null or q.removed_at is not null, lower(q.name), q.id
    ) each
    order by is_removed, place, lower(label), id
    limit ${MOST}`;
  return sessionChoicesSchema.parse({ queues: await allQueues(db), outcomes });
}
