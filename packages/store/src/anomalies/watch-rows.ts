import { type AlertMetric, alertMetrics, type Verdict, type Watch } from '@agent/calls/anomalies';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

/** A watched figure, as Postgres keeps it. */
export interface KeptWatch extends Watch {
  /** Nothing older is compared with. */
  normalSinceMs: number | null;
}

/** A watched figure after it was judged. */
export interface JudgedWatch {
  metric: AlertMetric;
  queueId: string;
  watch: Watch;
  verdict: Verdict;
}

const milliseconds = z
  .date()
  .nullable()
  .transform((at) => at?.getTime() ?? null);
const rowSchema = z
  .object({
    ...{ metric: z.string(), queueId: z.string(), hits: z.number(), isOpen: z.boolean() },
    ...{ judgedAt: milliseconds, firstHitAt: milliseconds, lastHitAt: milliseconds },
    normalSince: milliseconds,
  })
  .transform(({ metric, queueId, hits, isOpen, ...at }) => ({
    ...{ metric, queueId },
    watch: {
      ...{ hits, isOpen, judgedAtMs: at.judgedAt, firstHitAtMs: at.firstHitAt },
      ...{ lastHitAtMs: at.lastHitAt, normalSinceMs: at.normalSince },
    } satisfies KeptWatch,
  }));

/** All watched figures, by name: see {@link watchName}. */
export async function readWatches(db: Queryable): Promise<ReadonlyMap<string, KeptWatch>> {
  const rows = await db`
    select w.metric, w.queue_id, w.hits, w.judged_at, w.first_hit_at, w.last_hit_at, w.normal_since,
      exists (select from figure_alerts a where a.metric = w.metric and a.queue_id = w.queue_id
        and a.closed_at is null) as is_open
    from figure_watches w`;
  const watches = z.array(rowSchema).parse(rows);
  return new Map(watches.map(({ metric, queueId, watch }) => [watchName(metric, queueId), watch]));
}

/** Names a watched figure. */
export function watchName(metric: string, queueId: string): string {
  return `${metric} ${queueId}`;
}

/** Notes what was found. Figures of queues that are no more are forgotten. */
export async function writeWatches(db: Queryable, judged: readonly JudgedWatch[]): Promise<void> {
  const rows = judged.map(({ metric, queueId, watch, verdict }) => ({
    ...{ metric, queue_id: queueId, hits: watch.hits, state: verdict.state },
    weeks: verdict.state === 'learning' ? verdict.weeks : 0,
    judged_at: isoOf(watch.judgedAtMs),
    ...{ first_hit_at: isoOf(watch.firstHitAtMs), last_hit_at: isoOf(watch.lastHitAtMs) },
  }));
  await db`
    with judged as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (metric text, queue_id text,
        hits integer, state text, weeks smallint, judged_at timestamptz, first_hit_at timestamptz,
        last_hit_at timestamptz)
    ), gone as (
      delete from figure_watches w where not exists (
        select from judged j where j.metric = w.metric and j.queue_id = w.queue_id)
    )
    insert into figure_watches as w (metric, queue_id, hits, state, weeks, judged_at, first_hit_at, last_hit_at)
    select metric, queue_id, hits, state, weeks, judged_at, first_hit_at, last_hit_at from judged
    on conflict (metric, queue_id) do update set hits = excluded.hits, state = excluded.state,
      weeks = excluded.weeks, judged_at = excluded.judged_at, first_hit_at = excluded.first_hit_at,
      last_hit_at = excluded.last_hit_at`;
}

function isoOf(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}

/** A figure by name, when it is (still) one that is watched. */
export function alertMetricOf(name: string): AlertMetric | undefined {
  return alertMetrics.find((metric) => metric === name);
}
