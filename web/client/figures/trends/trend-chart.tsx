'use client';
import { metricOf, metrics } from '@agent/calls';
import type { MetricId } from '@agent/protocol';
import { EmptyState, Skeleton } from '@agent/ui';
import { ChartFrame, type ChartView } from '@agent/ui/figures';
import { ChartLine } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { TrendSplit } from '../filters/figure-address.ts';
import { seriesNames } from '../filters/period-words.ts';
import type { FiguresState } from '../use-figures.ts';
import { barsOf, hasValues, type TrendPoint, trendPoints } from './trend-points.ts';
import './trends.css';

const TrendDrawing = lazy(async () => ({
  default: (await import('./trend-drawing.tsx')).TrendDrawing,
}));

/** What somebody has chosen of a trend. */
export interface TrendChoice {
  figure: MetricId;
  by: TrendSplit;
  compare: boolean;
  view: ChartView;
}

const splitWords: Readonly<Record<TrendSplit, string>> = {
  hour: 'Hour',
  day: 'Day',
  week: 'Week',
  agent: 'Agent',
  queue: 'Queue',
};

/** One figure over time, or by agent or queue, beside the period before. */
export function TrendChart({
  choice,
  splits,
  onChange,
  now,
  before,
  exportHref,
}: {
  choice: TrendChoice;
  /** By what it can be drawn. */
  splits: readonly TrendSplit[];
  onChange: (part: Partial<TrendChoice>) => void;
  now: FiguresState;
  /** The groups of the period before. */
  before: FiguresState;
  exportHref: string;
}) {
  const { figure, by, view } = choice;
  const metric = metricOf(figure);
  const shape = by === 'agent' || by === 'queue' ? 'bars' : 'line';
  const compare = choice.compare && before.figures !== null;
  const points = now.figures
    ? trendPoints(
        {
          ...{ by, now: now.figures.groups, thisYear: Number(now.figures.at.slice(0, 4)) },
          before: compare ? (before.figures?.groups ?? []) : [],
        },
        figure,
      )
    : [];
  const names = now.figures ? seriesNames(now.figures) : (['', ''] as const);
  const drawn = shape === 'bars' ? barsOf(points) : points;
  return (
    <ChartFrame
      heading={metric.name}
      about={`By ${splitWords[by].toLowerCase()}${leftOut(points, drawn)}`}
      series={[
        { id: 'now', name: names[0], mark: shape === 'bars' ? 'bar' : 'line', colour: 1 },
        ...(compare
          ? [
              {
                ...{ id: 'before', name: names[1], colour: 5 as const },
                mark: shape === 'bars' ? ('bar' as const) : ('dashed' as const),
              },
            ]
          : []),
      ]}
      table={tableOf(points, { by, names, compare })}
      view={view}
      onViewChange={(next) => onChange({ view: next })}
      exportHref={exportHref}
      status={statusOf(now, points)}
      empty={<Nothing />}
      actions={<Choices choice={choice} splits={splits} onChange={onChange} />}
    >
      <Suspense fallback={<Skeleton height="280px" />}>
        <TrendDrawing {...{ figure, names, compare, shape }} points={drawn} />
      </Suspense>
    </ChartFrame>
  );
}

function Choices({
  choice: { figure, by, compare },
  splits,
  onChange,
}: {
  choice: TrendChoice;
  splits: readonly TrendSplit[];
  onChange: (part: Partial<TrendChoice>) => void;
}) {
  return (
    <>
      <select
        className="figure-choice"
        aria-label="Figure"
        value={figure}
        onChange={({ currentTarget }) => onChange({ figure: currentTarget.value as MetricId })}
      >
        {metrics.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <select
        className="figure-choice"
        aria-label="Split by"
        value={by}
        onChange={({ currentTarget }) => onChange({ by: currentTarget.value as TrendSplit })}
      >
        {splits.map((split) => (
          <option key={split} value={split}>
            By {splitWords[split].toLowerCase()}
          </option>
        ))}
      </select>
      <label className="trend-compare">
        <input
          type="checkbox"
          checked={compare}
          onChange={({ currentTarget }) => onChange({ compare: currentTarget.checked })}
        />
        Compare
      </label>
    </>
  );
}

function Nothing() {
  return (
    <EmptyState
      icon={<ChartLine />}
      title="Nothing to draw"
      description="There is no such figure in these days. Choose a longer period, or fewer filters."
    />
  );
}

function statusOf({ status }: FiguresState, points: readonly TrendPoint[]) {
  if (status === 'updating') return 'updating';
  if (status === 'loading' || (points.length === 0 && status === 'paused')) return 'loading';
  return hasValues(points) ? 'ready' : 'empty';
}

function leftOut(points: readonly TrendPoint[], drawn: readonly TrendPoint[]): string {
  const known = points.filter(({ now }) => now !== null).length;
  return drawn.length < known ? `, ${drawn.length} of ${known}; all are in the table` : '';
}

function tableOf(
  points: readonly TrendPoint[],
  { by, names, compare }: { by: TrendSplit; names: readonly [string, string]; compare: boolean },
) {
  return {
    columns: [splitWords[by], names[0], 'Of', ...(compare ? [`${names[1]} (before)`] : [])],
    rows: points.map(({ key, label, nowWords, beforeWords, n }) => ({
      ...{ key, name: label },
      cells: [nowWords, Math.round(n).toLocaleString('en'), ...(compare ? [beforeWords] : [])],
    })),
  };
}
