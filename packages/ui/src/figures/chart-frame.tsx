'use client';
import { clsx } from 'clsx';
import { ChartLine, Download, Table2 } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId } from 'react';
import { nameFrom } from '../react/aria.ts';
import { type PartClassNames, part } from '../react/part.ts';
import { useControllable } from '../react/use-controllable.ts';
import { Skeleton } from '../skeleton/skeleton.tsx';
import type { ChartColour, ChartMark } from './chart-mark.ts';
import { ChartSwatch } from './chart-swatch.tsx';
import { ChartTable, type ChartTableContent } from './chart-table.tsx';

/** The drawing, or the same in numbers. */
export type ChartView = 'chart' | 'table';

/** A line or a row of bars, as the legend names it. */
export interface ChartSeries {
  id: string;
  name: string;
  mark: ChartMark;
  colour: ChartColour;
}

/** Whether there is something to draw. */
export type ChartStatus = 'loading' | 'ready' | 'updating' | 'empty';

/** Parts of a `ChartFrame` that take a class name. */
export type ChartFramePart = 'chart-frame-head' | 'chart-frame-legend' | 'chart-frame-body';

/** Strings of a `ChartFrame`. */
export interface ChartFrameLabels {
  asTable: string;
  asChart: string;
  export: string;
  loading: string;
}
/** English words around a chart; `labels` replaces them one by one. */
export const defaultChartFrameLabels: ChartFrameLabels = {
  asTable: 'As a table',
  asChart: 'As a chart',
  export: 'Export as CSV',
  loading: 'Loading the chart…',
};

/** A chart with all that stands around it. The children are the drawing. */
export interface ChartFrameProps extends ComponentPropsWithoutRef<'section'> {
  heading: string;
  /** What is shown, in a few words below the heading. */
  about?: string | undefined;
  /** Absent where one series needs no legend. */
  series?: readonly ChartSeries[] | undefined;
  /** The same in numbers. */
  table: ChartTableContent;
  view?: ChartView | undefined;
  defaultView?: ChartView | undefined;
  onViewChange?: ((view: ChartView) => void) | undefined;
  /** Where the numbers can be fetched as a file. */
  exportHref?: string | undefined;
  /** Choices about what is drawn, at the end of the head. */
  actions?: ReactNode;
  /** Default `ready`. */
  status?: ChartStatus | undefined;
  /** What stands there while nothing can be drawn. */
  empty?: ReactNode;
  classNames?: PartClassNames<ChartFramePart> | undefined;
  labels?: Partial<ChartFrameLabels> | undefined;
}

/** Heading, legend, table twin and export around a drawing of whatever library. */
export const ChartFrame = forwardRef<HTMLElement, ChartFrameProps>(function ChartFrame(
  {
    heading,
    about,
    series,
    table,
    view,
    defaultView = 'chart',
    onViewChange,
    exportHref,
    actions,
    status = 'ready',
    empty,
    classNames,
    labels,
    className,
    children,
    ...rest
  },
  ref,
) {
  const text = { ...defaultChartFrameLabels, ...labels };
  const [shown, show] = useControllable({
    value: view,
    defaultValue: defaultView,
    onChange: onViewChange,
  });
  const id = useId();
  return (
    <section
      aria-labelledby={nameFrom(id, rest)}
      {...rest}
      ref={ref}
      className={clsx('aui-chart-frame', className)}
      data-slot="chart-frame"
      data-state={status}
      aria-busy={status === 'loading' || undefined}
    >
      <div {...part('chart-frame-head', classNames)}>
        <div data-slot="chart-frame-title">
          <h3 id={id}>{heading}</h3>
          {about ? <p>{about}</p> : null}
        </div>
        <div data-slot="chart-frame-actions">
          {actions}
          <button
            type="button"
            data-slot="chart-frame-view"
            onClick={() => show(shown === 'chart' ? 'table' : 'chart')}
          >
            {shown === 'chart' ? <Table2 aria-hidden="true" /> : <ChartLine aria-hidden="true" />}
            {shown === 'chart' ? text.asTable : text.asChart}
          </button>
          {exportHref ? (
            <a href={exportHref} download data-slot="chart-frame-export">
              <Download aria-hidden="true" />
              {text.export}
            </a>
          ) : null}
        </div>
      </div>
      {series && series.length > 0 && shown === 'chart' && status !== 'empty' ? (
        <ul {...part('chart-frame-legend', classNames)}>
          {series.map(({ id: seriesId, name, mark, colour }) => (
            <li key={seriesId}>
              <ChartSwatch mark={mark} colour={colour} />
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      <div {...part('chart-frame-body', classNames)} data-view={shown}>
        {status === 'loading' ? (
          <>
            <span data-slot="visually-hidden">{text.loading}</span>
            <Skeleton height="240px" />
          </>
        ) : status === 'empty' ? (
          empty
        ) : shown === 'table' ? (
          <ChartTable caption={heading} {...table} />
        ) : (
          children
        )}
      </div>
    </section>
  );
});
