import { type AlertMetric, alertMetrics } from '@agent/calls/anomalies';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';
import { ALL_CALLS } from './watched-subjects.ts';

const rowSchema = z.object({
  ...{ metric: z.enum(alertMetrics), queueId: z.string(), queueName: z.string().nullable() },
  ...{ weeks: z.number(), normalSince: z.date().nullable() },
});

/** A figure that is not judged yet, as too few weeks are on record. */
export interface LearningFigure {
  metric: AlertMetric;
  /** Null: of all calls together. */
  queue: { id: string; name: string } | null;
  weeks: number;
  /** Since when things are as they are now, as somebody has said; null: since calls are on record. */
  normalSince: Date | null;
}

/** The figures of which there are too few weeks on record, at the last look. */
export async function readLearningFigures(db: Queryable): Promise<readonly LearningFigure[]> {
  const rows = await db`
    select w.metric, w.queue_id, q.name as queue_name, w.weeks, w.normal_since
    from figure_watches w left join queues q on q.id = w.queue_id
    where w.state = 'learning' order by lower(coalesce(q.name, '')), w.queue_id, w.metric`;
  return z
    .array(rowSchema)
    .parse(rows)
    .map(({ metric, queueId, queueName, weeks, normalSince }) => ({
      ...{ metric, weeks, normalSince },
      queue: queueId === ALL_CALLS ? null : { id: queueId, name: queueName ?? queueId },
    }));
}
