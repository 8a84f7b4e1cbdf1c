'use client';
import type { MetricId, MetricsQuery } from '@agent/protocol';
import { figuresFileHref } from '../figure-api.ts';
import {
  daysAsked,
  type FilterAddress,
  figuresQuery,
  mapFigures,
  splitsFor,
  type TrendSplit,
  usualSplit,
} from '../filters/figure-address.ts';
import { type FiguresState, pollMsOf, useFigures } from '../use-figures.ts';

/** What the charts of a period show, and where their numbers can be fetched. */
export interface TrendsState {
  by: TrendSplit;
  splits: readonly TrendSplit[];
  now: FiguresState;
  before: FiguresState;
  week: FiguresState;
  exportHref: string;
  weekExportHref: string;
}

/** Of fewer days a map of weekdays would show mostly holes. */
const LEAST_DAYS_OF_WEEK = 7;

/** Fetches what the charts of a period are drawn from. */
export function useTrends(
  filter: FilterAddress,
  { by: wanted, compare, figure }: { by: TrendSplit | null; compare: boolean; figure: MetricId },
): TrendsState {
  const days = daysAsked(filter);
  const splits = splitsFor(days);
  const by = wanted && splits.includes(wanted) ? wanted : usualSplit(days);
  const pollMs = pollMsOf(filter, true);
  const query = figuresQuery(filter, by);
  // What the tiles have asked for already is the same question.
  const isOfTiles = by === usualSplit(days);
  const now = useFigures(isOfTiles ? query : { ...query, figures: [figure] }, { pollMs });
  const before = useFigures(compare ? queryBefore(query, now, figure) : null, { pollMs: false });
  const ofWeek = days < LEAST_DAYS_OF_WEEK ? ({ ...filter, period: '28-days' } as const) : filter;
  const weekQuery = figuresQuery(ofWeek, 'weekday-hour');
  const week = useFigures({ ...weekQuery, figures: [...mapFigures] }, { pollMs: false });
  return {
    ...{ by, splits, now, before, week },
    exportHref: figuresFileHref(query),
    weekExportHref: figuresFileHref(weekQuery),
  };
}

/** The same of the period before, as soon as it is known which that is. */
function queryBefore(
  query: MetricsQuery,
  { figures, status }: FiguresState,
  figure: MetricId,
): MetricsQuery | null {
  if (!figures || status === 'updating') return null;
  const { period: _period, ...rest } = query;
  const { from, to } = figures.previousPeriod;
  return { ...rest, from, to, figures: [figure] };
}
