import { type QueueId, queueIdSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

/** From how many days back it is told what is long. */
const LONG_CALL_DAYS = 28;
/** Fewer calls than this say nothing. */
const FEWEST_CALLS = 20;

const rowSchema = z.object({ queueId: queueIdSchema, longAfterMs: z.number().int() });

/**
 * How long nine of ten calls of a queue last at most, from the answer to the end of the talk, by those of
 * the last four weeks. Queues with too few calls are left out.
 */
export async function readLongCalls(db: Queryable): Promise<ReadonlyMap<QueueId, number>> {
  const rows = await db`
    select queue_id, round(percentile_cont(0.9) within group (order by
        extract(epoch from coalesce(talk_ended_at, ended_at) - answered_at)) * 1000)::bigint as long_after_ms
    from calls
    where ended_at > now() - ${LONG_CALL_DAYS} * interval '1 day' and answered_at is not null
      and status in ('wrap-up', 'closed')
    group by queue_id having count(*) >= ${FEWEST_CALLS}`;
  return new Map(
    z
      .array(rowSchema)
      .parse(rows)
      .map(({ queueId, longAfterMs }) => [queueId, longAfterMs]),
  );
}
