import { callSums } from '@agent/calls';
import { queueIdSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

const rowSchema = z.object({
  queueId: queueIdSchema,
  inTarget: z.number().int(),
  targeted: z.number().int(),
});
/** How the calls of a queue were answered today, of which the service level is made. */
export type TargetsOfQueue = z.infer<typeof rowSchema>;

/** By queue, of today's calls in the reporting zone; those that wait for their first answer are left out. */
export async function readTargetsToday(db: Queryable): Promise<TargetsOfQueue[]> {
  const rows = await db`
    select f.queue_id, ${db.raw(callSums.inTarget.sql)} as in_target,
      ${db.raw(callSums.targeted.sql)} as targeted
    from call_facts f
    where f.outcome <> 'open'
      and f.local_day = (select (clock_timestamp() at time zone zone)::date from figure_zone)
    group by f.queue_id`;
  return z.array(rowSchema).parse(rows);
}
