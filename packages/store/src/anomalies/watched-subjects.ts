import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

/** Whose figures are watched: those of a queue, or of all calls together. */
export interface WatchedSubject {
  /** `''`: all calls. */
  queueId: string;
  /** Since when calls are on record, from the first whole day on; null: there are none. */
  sinceMs: number | null;
}

/** Stands for all calls where a queue could stand. */
export const ALL_CALLS = '';

const rowSchema = z.object({ queueId: z.string(), since: z.date().nullable() });

/**
 * Whose figures are watched now: all calls and each open queue, or of a single queue that alone, whose
 * calls are all calls.
 */
export async function readWatchedSubjects(
  db: Queryable,
  zone: string,
): Promise<readonly WatchedSubject[]> {
  const rows = await db`
    select s.queue_id, (s.first_day + 1)::timestamp at time zone ${zone} as since from (
      select ''::text as queue_id, (select min(local_day) from call_facts) as first_day
      union all
      select q.id, (select min(local_day) from call_facts f where f.queue_id = q.id)
      from queues q where q.removed_at is null
    ) s order by s.queue_id`;
  const subjects = z
    .array(rowSchema)
    .parse(rows)
    .map(({ queueId, since }) => ({ queueId, sinceMs: since?.getTime() ?? null }));
  const queues = subjects.filter(({ queueId }) => queueId !== ALL_CALLS);
  return queues.length === 1 ? queues : subjects;
}
