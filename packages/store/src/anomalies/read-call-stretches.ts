import {
  type CallStretch,
  COMPARED_DAYS,
  COMPARED_WEEKS,
  type ComparedWindow,
  type StretchSums,
  windowHours,
} from '@agent/calls/anomalies';
import type { MetricId } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';
import { cameAbout } from '../facts/came-about.ts';

/** The calls of a queue or of all, as figures are judged by them. */
export interface CallPast {
  windows: readonly ComparedWindow[];
  /** The last days, the newest first. */
  days: readonly CallStretch[];
}

/** The calls of all queues together, and of one. */
export interface CallPasts {
  ofAll: CallPast;
  of(queueId: string): CallPast;
}

const rowSchema = z.object({
  kind: z.enum(['window', 'day']),
  hours: z.number(),
  back: z.number(),
  startsAt: z.date(),
  endsAt: z.date(),
  isOfAll: z.boolean(),
  queueId: z.string().nullable(),
  ...{ offered: z.number(), settled: z.number(), abandoned: z.number(), closed: z.number() },
  ...{ handleMs: z.number(), lnHandle: z.number(), lnHandleSquares: z.number() },
  ...{ rated: z.number(), ratings: z.number(), ratingSquares: z.number() },
  ...{ scored: z.number(), sentiment: z.number(), sentimentSquares: z.number() },
});
type Row = z.infer<typeof rowSchema>;

/**
 * Everything that figures are judged by at a moment, in one statement: the hours before it and the same local
 * hours of the last weeks, of each length of window, and the days before. What has come about after the end
 * of a stretch is not in it, in those of the past as little as in the latest.
 */
export async function readCallStretches(db: Queryable, at: Date, zone: string): Promise<CallPasts> {
  const handleMs = db`(coalesce(f.talk_ms, 0) + coalesce(f.hold_ms, 0) + coalesce(f.wrap_up_ms, 0))`;
  const ln = db`ln(greatest(${handleMs}, 1000)::double precision)`;
  const before = (metric: MetricId) => cameAbout(db, metric, db`s.ends_at`);
  const isClosed = db`f.answered_at is not null and ${before('handle-time')}`;
  const isAbandoned = db`f.outcome = 'abandoned' and f.ended_at < s.ends_at`;
  const isRated = db`f.rating is not null and ${before('csat')}`;
  const isScored = db`f.sentiment_lines > 0 and ${before('sentiment')}`;
  const mood = db`(f.sentiment_sum / nullif(f.sentiment_lines, 0))`;
  const rows = await db`
    with now_there as (select ${at}::timestamptz at time zone ${zone} as local),
    stretches as (
      select 'window' as kind, hours, back, end_there.at - hours * interval '1 hour' as starts_at,
        end_there.at as ends_at
      from now_there, unnest(${[...windowHours]}::integer[]) hours,
        generate_series(0, ${COMPARED_WEEKS}::integer) back,
        lateral (select (local - back * interval '7 days') at time zone ${zone} as at) end_there
      union all
      select 'day', 24, back, (local - (back + 1) * interval '1 day') at time zone ${zone},
        (local - back * interval '1 day') at time zone ${zone}
      from now_there, generate_series(1, ${COMPARED_DAYS}::integer) back
    )
    select s.kind, s.hours, s.back, s.starts_at, s.ends_at, grouping(f.queue_id) = 1 as is_of_all,
      f.queue_id, count(f.call_id) as offered,
      count(*) filter (where f.outcome in ('answered', 'abandoned') and ${before('abandon-rate')}) as settled,
      count(*) filter (where ${isAbandoned}) as abandoned,
      count(*) filter (where ${isClosed}) as closed,
      coalesce(sum(${handleMs}) filter (where ${isClosed}), 0)::double precision as handle_ms,
      coalesce(sum(${ln}) filter (where ${isClosed}), 0) as ln_handle,
      coalesce(sum(${ln} ^ 2) filter (where ${isClosed}), 0) as ln_handle_squares,
      count(*) filter (where ${isRated}) as rated,
      coalesce(sum(f.rating) filter (where ${isRated}), 0) as ratings,
      coalesce(sum(f.rating * f.rating) filter (where ${isRated}), 0) as rating_squares,
      count(*) filter (where ${isScored}) as scored,
      coalesce(sum(${mood}) filter (where ${isScored}), 0) as sentiment,
      coalesce(sum(${mood} ^ 2) filter (where ${isScored}), 0) as sentiment_squares
    from stretches s
      left join call_facts f on f.queued_at >= s.starts_at and f.queued_at < s.ends_at
    group by grouping sets (
      (s.kind, s.hours, s.back, s.starts_at, s.ends_at),
      (s.kind, s.hours, s.back, s.starts_at, s.ends_at, f.queue_id))`;
  return pastsOf(z.array(rowSchema).parse(rows));
}

function pastsOf(rows: readonly Row[]): CallPasts {
  const byQueue = new Map<string, Map<string, StretchSums>>();
  for (const row of rows) {
    if (row.isOfAll || row.queueId === null) continue;
    const ofQueue = byQueue.get(row.queueId) ?? new Map<string, StretchSums>();
    byQueue.set(row.queueId, ofQueue.set(nameOf(row), sumsOf(row)));
  }
  const ofAll = rows.filter(({ isOfAll }) => isOfAll);
  return {
    ofAll: pastOf(ofAll, sumsOf),
    of: (queueId) => {
      const ofQueue = byQueue.get(queueId);
      return pastOf(ofAll, (row) => ofQueue?.get(nameOf(row)) ?? noCalls);
    },
  };
}

/** The stretches in their order, each with its calls. */
function pastOf(rows: readonly Row[], sums: (row: Row) => StretchSums): CallPast {
  const stretch = (row: Row): CallStretch => ({
    ...{ startsAtMs: row.startsAt.getTime(), endsAtMs: row.endsAt.getTime() },
    sums: sums(row),
  });
  const inOrder = [...rows].sort((a, b) => a.back - b.back);
  const windows = windowHours.flatMap((hours): ComparedWindow[] => {
    const [latest, ...weeks] = inOrder
      .filter((row) => row.kind === 'window' && row.hours === hours)
      .map(stretch);
    return latest ? [{ hours, latest, weeks }] : [];
  });
  return { windows, days: inOrder.filter(({ kind }) => kind === 'day').map(stretch) };
}

function nameOf({ kind, hours, back }: Row): string {
  return `${kind} ${hours} ${back}`;
}

function sumsOf(row: Row): StretchSums {
  const { offered, settled, abandoned, closed, handleMs, lnHandle, lnHandleSquares } = row;
  const { rated, ratings, ratingSquares, scored, sentiment, sentimentSquares } = row;
  return {
    ...{ offered, settled, abandoned, closed, handleMs, lnHandle, lnHandleSquares },
    ...{ rated, ratings, ratingSquares, scored, sentiment, sentimentSquares },
  };
}

const noCalls: StretchSums = {
  ...{ offered: 0, settled: 0, abandoned: 0, closed: 0, handleMs: 0, lnHandle: 0 },
  ...{ lnHandleSquares: 0, rated: 0, ratings: 0, ratingSquares: 0 },
  ...{ scored: 0, sentiment: 0, sentimentSquares: 0 },
};
