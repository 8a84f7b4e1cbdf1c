import 'server-only';
import { evaluate, type Metric, metrics } from '@agent/calls';
import { type FigurePeriod, inZone } from '@agent/calls/period';
import {
  type FigureFilter,
  type FigureRange,
  type FigureSplit,
  type MetricFigure,
  type MetricGroup,
  type Metrics,
  type MetricsQuery,
  type MetricValue,
  userIdSchema,
} from '@agent/protocol';
import { type FigureGroup, type ReadFigures, readFigures } from '@agent/store';
import { requireSession, type Viewer } from '../access/viewer.ts';
import { limitRate } from '../http/limit-rate.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { callsHref } from './calls-href.ts';
import { type FiguresOfViewer, figuresOfViewer } from './whose-figures.ts';

/** Enough for a dashboard whose filters are tried out, in several windows. */
const limit = { limit: 120, windowMs: 10_000 };
/** By the hour an answer would be too long. */
const MOST_DAYS_BY_HOUR = 14;

/** The figures of a period, each with what it was before and where its calls are. */
export async function readMetrics(
  services: Services,
  viewer: Viewer,
  { queue, agent, outcome, ...asked }: MetricsQuery,
): Promise<Metrics> {
  const { userId } = requireSession(viewer);
  await limitRate(services, `metrics:${userId}`, limit, 'Too many figures at once. Wait a moment.');
  const whose = await figuresOfViewer(services, viewer, { queue, agent, outcome });
  return figuresFor(services, whose, asked);
}

/** The same for somebody who may see these. */
export async function figuresFor(
  services: Pick<Services, 'db' | 'now'>,
  whose: FiguresOfViewer,
  { by, figures: wanted, ...range }: Omit<MetricsQuery, keyof FigureFilter>,
): Promise<Metrics> {
  if (by === 'hour') refuseLong(range);
  const now = services.now();
  const figures = await readFigures(services.db, { ...whose, range, by, now });
  const { zone, period, before, since, sums, groups } = figures;
  const asked = wanted ? metrics.filter(({ id }) => wanted.includes(id)) : metrics;
  return {
    zone,
    period: shown(period, zone),
    previousPeriod: { ...shown(before, zone), isCutShort: before.isCutShort },
    at: now.toISOString(),
    stillOpen: sums.calls?.open ?? 0,
    since,
    metrics: asked.map((metric) => figureOf(metric, figures, whose.filter)),
    groups: groups.map((group) => groupOf(group, asked, { by, filter: whose.filter })),
  };
}

/** Refuses periods that are too long to be told by the hour. */
export function refuseLong({ period, from, to }: FigureRange): void {
  const days = from && to ? (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1 : 1;
  if (days <= MOST_DAYS_BY_HOUR && period !== '28-days' && period !== '90-days') return;
  const why = `Ask for at most ${MOST_DAYS_BY_HOUR} days by the hour.`;
  throw Problem.invalidInput(why, { by: why });
}

function shown({ from, to, startsAt, endsAt }: FigurePeriod, zone: string): Metrics['period'] {
  return { from, to, startsAt: inZone(startsAt, zone), endsAt: inZone(endsAt, zone) };
}

function figureOf(metric: Metric, figures: ReadFigures, filter: FigureFilter): MetricFigure {
  const { sums, sumsBefore, period } = figures;
  const value = evaluate(metric, sums, filter);
  const { id: _id, unit: _unit, ...previous } = evaluate(metric, sumsBefore, filter);
  return {
    ...value,
    previous: previous.why === 'not-recorded' ? null : previous,
    calls: isAnswerable(value)
      ? callsOf(metric, figures, callsHref(metric.id, period, filter))
      : null,
  };
}

/** Whether there is a list of its calls, be it empty. */
function isAnswerable({ why }: MetricValue): boolean {
  return why === null || why === 'nothing' || why === 'too-few';
}

/** Lists have calls that are over and were not erased: so many are counted here. */
function callsOf({ calls }: Metric, { sums, unlisted }: ReadFigures, href: string) {
  if (!calls || !sums.calls || !sums.repeats) return null;
  const all = { ...sums.calls, ...sums.repeats };
  return { count: all[calls.count] - unlisted[calls.count], href };
}

function groupOf(
  { key, label, sums }: FigureGroup,
  asked: readonly Metric[],
  { by, filter }: { by: FigureSplit | undefined; filter: FigureFilter },
): MetricGroup {
  // Whose calls they are is a filter, too: nobody answered those that were given up.
  const narrowed = by === 'agent' ? { ...filter, agent: userIdSchema.parse(key) } : filter;
  // Agents' time is not told by the hour of a weekday.
  const told = asked.filter(({ parts }) => by !== 'weekday-hour' || parts.over !== 'time');
  return { key, label, metrics: told.map((metric) => evaluate(metric, sums, narrowed)) };
}
