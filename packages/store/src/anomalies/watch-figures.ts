import {
  type AlertMetric,
  alertMetrics,
  type Finding,
  followWatch,
  judge,
  newWatch,
  strictness,
  type Watch,
  type WatchStep,
} from '@agent/calls/anomalies';
import type { Database, Transaction } from '../database/connect.ts';
import { readFigureZone } from '../facts/figure-zone.ts';
import { readExceptions } from './figure-exceptions.ts';
import { judgedUntil } from './judged-until.ts';
import { readCallStretches } from './read-call-stretches.ts';
import { type JudgedWatch, readWatches, watchName, writeWatches } from './watch-rows.ts';
import { ALL_CALLS, readWatchedSubjects } from './watched-subjects.ts';

/** What a look at all figures has brought. */
export interface WatchedFigures {
  /** The moment that was judged: the last five minutes are over. */
  at: Date;
  judged: number;
  opened: number;
  closed: number;
}

const everyMs = 5 * 60_000;

interface Step extends JudgedWatch {
  step: WatchStep;
}

/**
 * Judges every figure as things stood when the last five minutes were over, and opens, brings up to date and
 * closes alerts. Done again for the same five minutes it changes nothing, so it may be done by any process,
 * by several, and once more after one has died. With sample data it judges as of its end.
 */
export async function watchFigures(db: Database, now: Date): Promise<WatchedFigures> {
  return db.begin(async (tx) => {
    await lockWatches(tx);
    const until = await judgedUntil(tx, now);
    if (!until) return { at: markBefore(now), judged: 0, opened: 0, closed: 0 };
    return look(tx, markBefore(until));
  });
}

/** Judges the last two times five minutes anew: calls of long ago have come since they were judged. */
export async function watchAnew(tx: Transaction, now: Date): Promise<void> {
  await lockWatches(tx);
  await forgetJudged(tx);
  const last = markBefore(now);
  for (const at of [new Date(last.getTime() - everyMs), last]) await look(tx, at);
}

/** Closes all alerts, as their calls are no more, and judges what is left; what is still so opens at the next look. */
export async function closeAllAlerts(tx: Transaction, now: Date): Promise<void> {
  await lockWatches(tx);
  await forgetJudged(tx);
  await tx`
    update figure_alerts set closed_at = clock_timestamp(), closed_how = 'not-watched'
    where closed_at is null`;
  await look(tx, markBefore(now));
}

function markBefore(at: Date): Date {
  return new Date(Math.floor(at.getTime() / everyMs) * everyMs);
}

async function lockWatches(tx: Transaction): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext('watch-figures'))`;
}

async function forgetJudged(tx: Transaction): Promise<void> {
  await tx`update figure_watches set judged_at = to_timestamp(0), hits = 0, first_hit_at = null`;
}

async function look(tx: Transaction, at: Date): Promise<WatchedFigures> {
  const steps = await judgeAll(tx, at);
  const opened = await openAlerts(tx, steps);
  await keepAlerts(tx, steps);
  const closed = await closeAlerts(tx, steps);
  return { at, judged: steps.length, opened, closed };
}

async function judgeAll(tx: Transaction, at: Date): Promise<Step[]> {
  const { zone } = await readFigureZone(tx);
  const [pasts, subjects] = [
    await readCallStretches(tx, at, zone),
    await readWatchedSubjects(tx, zone),
  ];
  const watches = await readWatches(tx);
  const exceptions = await readExceptions(tx);
  const steps = subjects.flatMap(({ queueId, sinceMs }) =>
    alertMetrics.map((metric): Step => {
      const kept = watches.get(watchName(metric, queueId));
      const verdict = judge(metric, queueId === ALL_CALLS ? pasts.ofAll : pasts.of(queueId), {
        sinceMs: Math.max(sinceMs ?? at.getTime(), kept?.normalSinceMs ?? 0),
        isLeftOut: (stretch) => exceptions.isLeftOut(queueId, stretch),
        strictness: strictness(
          subjects.length === 1 || queueId === ALL_CALLS ? 'all-calls' : subjects.length - 1,
        ),
      });
      return { metric, queueId, verdict, ...followWatch(kept ?? newWatch, verdict, at.getTime()) };
    }),
  );
  const isNew = ({ metric, queueId, watch }: Step) => {
    const judgedAtMs = watches.get(watchName(metric, queueId))?.judgedAtMs ?? null;
    return judgedAtMs === null || (watch.judgedAtMs ?? 0) > judgedAtMs;
  };
  if (steps.some(isNew)) await writeWatches(tx, steps);
  return steps;
}

interface FoundStep {
  metric: AlertMetric;
  queueId: string;
  watch: Watch;
  finding: Finding;
}

function found(steps: readonly Step[], wanted: WatchStep): FoundStep[] {
  return steps.flatMap(({ metric, queueId, watch, verdict, step }) =>
    step === wanted && verdict.state === 'out-of-line'
      ? [{ metric, queueId, watch, finding: verdict.finding }]
      : [],
  );
}

async function openAlerts(tx: Transaction, steps: readonly Step[]): Promise<number> {
  const opened = found(steps, 'open');
  for (const { metric, queueId, watch, finding } of opened) {
    const since = new Date(watch.firstHitAtMs ?? finding.endsAtMs);
    await tx`
      insert into figure_alerts (metric, queue_id, side, value, n, usual_low, usual_high, weeks,
        starts_at, ends_at, odd_since, since)
      values (${metric}, ${queueId}, ${finding.side}, ${finding.value}, ${finding.n},
        ${finding.usualLow}, ${finding.usualHigh}, ${finding.weeks}, ${new Date(finding.startsAtMs)},
        ${new Date(finding.endsAtMs)}, ${new Date(finding.startsAtMs)}, ${since})`;
  }
  return opened.length;
}

async function keepAlerts(tx: Transaction, steps: readonly Step[]): Promise<void> {
  for (const { metric, queueId, finding } of found(steps, 'keep')) {
    await tx`
      update figure_alerts set side = ${finding.side}, value = ${finding.value}, n = ${finding.n},
        usual_low = ${finding.usualLow}, usual_high = ${finding.usualHigh}, weeks = ${finding.weeks},
        starts_at = ${new Date(finding.startsAtMs)}, ends_at = ${new Date(finding.endsAtMs)}
      where metric = ${metric} and queue_id = ${queueId} and closed_at is null`;
  }
}

/** Those that are over, and those of what is not watched any more. */
async function closeAlerts(tx: Transaction, steps: readonly Step[]): Promise<number> {
  const over = steps.filter(({ step }) => step === 'close');
  const namesOf = (some: readonly Step[]) =>
    some.map(({ metric, queueId }) => watchName(metric, queueId));
  const closed = await tx`
    update figure_alerts a set closed_at = clock_timestamp(),
      closed_how = case when a.metric || ' ' || a.queue_id = any (${namesOf(over)}::text[])
        then 'over' else 'not-watched' end
    where a.closed_at is null and (a.metric || ' ' || a.queue_id = any (${namesOf(over)}::text[])
      or a.metric || ' ' || a.queue_id <> all (${namesOf(steps)}::text[]))
    returning id`;
  return closed.length;
}
