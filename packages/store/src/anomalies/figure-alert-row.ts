import { alertMetrics, type Finding } from '@agent/calls/anomalies';
import { userIdSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';
import { ALL_CALLS } from './watched-subjects.ts';

const rowSchema = z
  .object({
    ...{ id: z.string(), metric: z.enum(alertMetrics), side: z.enum(['above', 'below']) },
    ...{ queueId: z.string(), queueName: z.string().nullable() },
    ...{ value: z.number(), n: z.number(), usualLow: z.number(), usualHigh: z.number() },
    ...{ weeks: z.number(), startsAt: z.date(), endsAt: z.date(), oddSince: z.date() },
    ...{ since: z.date(), openedAt: z.date(), closedAt: z.date().nullable() },
    ...{ ownerId: userIdSchema.nullable(), ownerName: z.string().nullable() },
    closedHow: z.enum(['over', 'new-normal', 'left-out', 'not-watched']).nullable(),
    closedByName: z.string().nullable(),
  })
  .transform(({ side, value, n, usualLow, usualHigh, weeks, ...row }) => {
    const { id, metric, queueId, queueName, startsAt, endsAt, ownerId, ownerName, ...rest } = row;
    const finding: Finding = {
      ...{ metric, side, value, n, usualLow, usualHigh, weeks },
      ...{ startsAtMs: startsAt.getTime(), endsAtMs: endsAt.getTime() },
    };
    return {
      ...{ id, finding, ...rest },
      queue: queueId === ALL_CALLS ? null : { id: queueId, name: queueName ?? queueId },
      owner: ownerId === null ? null : { userId: ownerId, name: ownerName ?? '' },
    };
  });

/** An alert, as Postgres keeps it. `queue` is null for all calls together. */
export type FigureAlertRow = z.infer<typeof rowSchema>;

/** The alerts that are open, and those closed since a moment; the newest first, open ones before the rest. */
export async function readFigureAlerts(
  db: Queryable,
  closedSince: Date,
): Promise<readonly FigureAlertRow[]> {
  const rows = await db`
    select ${columns(db)} from figure_alerts a left join queues q on q.id = a.queue_id
    where a.closed_at is null or a.closed_at >= ${closedSince}
    order by a.closed_at is null desc, a.opened_at desc, a.id limit ${mostAlerts}`;
  return z.array(rowSchema).parse(rows);
}

/** One alert, locked until the transaction ends; undefined when there is none. */
export async function lockFigureAlert(
  tx: Queryable,
  id: string,
): Promise<FigureAlertRow | undefined> {
  const [row] = await tx`
    select ${columns(tx)} from figure_alerts a left join queues q on q.id = a.queue_id
    where a.id = ${id}::uuid for update of a`;
  return row && rowSchema.parse(row);
}

/** There is one for each figure and queue at most; of closed ones nobody reads more. */
const mostAlerts = 300;

function columns(db: Queryable) {
  return db`a.id, a.metric, a.side, a.queue_id, q.name as queue_name, a.value, a.n, a.usual_low,
    a.usual_high, a.weeks, a.starts_at, a.ends_at, a.odd_since, a.since, a.opened_at, a.closed_at,
    a.owner_id, a.owner_name, a.closed_how, a.closed_by_name`;
}
