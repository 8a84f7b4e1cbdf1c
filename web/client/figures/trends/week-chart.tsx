'use client';
import { daysInWords, metricOf } from '@agent/calls';
import { EmptyState } from '@agent/ui';
import { ChartFrame, type ChartView, HeatMap } from '@agent/ui/figures';
import { CalendarClock } from 'lucide-react';
import { placeWords } from '../place-words.ts';
import type { FiguresState } from '../use-figures.ts';
import { heatCells, hoursWith } from './heat-cells.ts';
import './trends.css';

const shown = {
  offered: 'Calls by weekday and hour',
  'service-level': 'Service level by weekday and hour',
};
/** What of the hours of a week can be shown. */
export type WeekFigure = keyof typeof shown;

/** When it is busy, and when calls are answered in time. */
export function WeekChart({
  figure,
  view,
  state: { status, figures },
  onFigure,
  onView,
  exportHref,
}: {
  figure: WeekFigure;
  view: ChartView;
  state: FiguresState;
  onFigure: (figure: WeekFigure) => void;
  onView: (view: ChartView) => void;
  exportHref: string;
}) {
  const cells = heatCells(figures?.groups ?? [], figure);
  const isEmpty = figures !== null && cells.every(({ value }) => value === null);
  const groups = figures?.groups ?? [];
  const nameOf = placeWords(groups, 'weekday-hour', 0);
  return (
    <ChartFrame
      heading={shown[figure]}
      about={figures ? daysOf(figures) : undefined}
      view={view}
      onViewChange={onView}
      exportHref={exportHref}
      status={figures === null ? 'loading' : isEmpty ? 'empty' : statusOf(status)}
      empty={
        <EmptyState
          icon={<CalendarClock />}
          title="No calls in these days"
          description="Choose a longer period, or fewer filters."
        />
      }
      table={{
        columns: ['Hour', metricOf(figure).name],
        rows: groups.map((group, index) => ({
          ...{ key: group.key, name: nameOf(group), cells: [cells[index]?.words ?? '–'] },
        })),
      }}
      actions={
        <select
          className="figure-choice"
          aria-label="What of each hour"
          value={figure}
          onChange={({ currentTarget }) => onFigure(currentTarget.value as WeekFigure)}
        >
          <option value="offered">Calls</option>
          <option value="service-level">Service level, in %</option>
        </select>
      }
    >
      <HeatMap name={shown[figure]} cells={cells} hours={hoursWith(cells)} />
    </ChartFrame>
  );
}

function statusOf(status: FiguresState['status']) {
  return status === 'updating' ? 'updating' : 'ready';
}

function daysOf({ period, at }: NonNullable<FiguresState['figures']>): string {
  return daysInWords(period.from, period.to, Number(at.slice(0, 4)));
}
