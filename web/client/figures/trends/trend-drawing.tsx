'use client';
import { countInWords, formatFigure, metricOf } from '@agent/calls';
import type { MetricId, MetricUnit } from '@agent/protocol';
import { ChartTooltip, type ChartTooltipItem } from '@agent/ui/figures';
import {
  Bar,
  BarChart,
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { TrendPoint } from './trend-points.ts';

/** What is drawn, and what its two series are called. */
export interface TrendDrawingProps {
  figure: MetricId;
  points: readonly TrendPoint[];
  names: readonly [now: string, before: string];
  compare: boolean;
  /** Places in time are a line, people and queues bars. */
  shape: 'line' | 'bars';
}

const HEIGHT_PX = 280;
const BAR_PX = 34;
/** With more places than this dots would hide the line. */
const MOST_DOTS = 31;
const tick = { fill: 'var(--aui-text-muted)', fontSize: 12 };
const axisLine = { stroke: 'var(--aui-line-strong)' };
const margin = { top: 8, right: 12, bottom: 0, left: 0 };

/** The drawing itself. Apart from its frame, as the library for it is large and comes when it is needed. */
export function TrendDrawing(props: TrendDrawingProps) {
  return props.shape === 'line' ? <Lines {...props} /> : <Bars {...props} />;
}

function Lines({ figure, points, names, compare }: TrendDrawingProps) {
  const { unit, name } = metricOf(figure);
  const dot = points.length <= MOST_DOTS ? { r: 2.5, strokeWidth: 0 } : false;
  return (
    <ResponsiveContainer width="100%" height={HEIGHT_PX} initialDimension={initial(HEIGHT_PX)}>
      <LineChart data={[...points]} margin={margin} title={titleOf(name)} accessibilityLayer>
        <CartesianGrid vertical={false} stroke="var(--aui-line)" />
        <XAxis dataKey="label" {...{ tick, axisLine }} tickLine={false} minTickGap={28} />
        <YAxis
          {...{ tick }}
          axisLine={false}
          tickLine={false}
          width={56}
          domain={domainOf(unit)}
          allowDecimals={unit !== 'calls'}
          tickFormatter={(value: number) => formatFigure(unit, value)}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--aui-line-strong)' }}
          content={({ active, payload }) => (
            <Told
              point={active ? (payload[0]?.payload as TrendPoint | undefined) : undefined}
              {...{ figure, names, compare }}
              marks={['line', 'dashed']}
            />
          )}
        />
        {compare ? (
          <Line
            dataKey="before"
            name={names[1]}
            stroke="var(--aui-series-5)"
            strokeWidth={1.5}
            strokeDasharray="5 4"
            dot={false}
            isAnimationActive={false}
          />
        ) : null}
        <Line
          dataKey="now"
          name={names[0]}
          stroke="var(--aui-series-1)"
          strokeWidth={2}
          dot={dot && { ...dot, fill: 'var(--aui-series-1)' }}
          activeDot={{ r: 4, fill: 'var(--aui-series-1)', stroke: 'var(--aui-surface)' }}
          isAnimationActive={false}
        />
      </LineChart>
    </ResponsiveContainer>
  );
}

function Bars({ figure, points, names, compare }: TrendDrawingProps) {
  const { unit, name } = metricOf(figure);
  const height = Math.max(120, 40 + points.length * (compare ? BAR_PX : 26));
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={initial(height)}>
      <BarChart
        data={[...points]}
        layout="vertical"
        margin={margin}
        barGap={1}
        title={titleOf(name)}
        accessibilityLayer
      >
        <CartesianGrid horizontal={false} stroke="var(--aui-line)" />
        <XAxis
          type="number"
          {...{ tick }}
          axisLine={false}
          tickLine={false}
          domain={domainOf(unit)}
          allowDecimals={unit !== 'calls'}
          tickFormatter={(value: number) => formatFigure(unit, value)}
        />
        <YAxis
          type="category"
          dataKey="label"
          {...{ tick, axisLine }}
          tickLine={false}
          width={132}
          tickFormatter={shortened}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--aui-hover)' }}
          content={({ active, payload }) => (
            <Told
              point={active ? (payload[0]?.payload as TrendPoint | undefined) : undefined}
              {...{ figure, names, compare }}
              marks={['bar', 'bar']}
            />
          )}
        />
        <Bar dataKey="now" fill="var(--aui-series-1)" radius={2} isAnimationActive={false} />
        {compare ? (
          <Bar dataKey="before" fill="var(--aui-series-5)" radius={2} isAnimationActive={false} />
        ) : null}
      </BarChart>
    </ResponsiveContainer>
  );
}

function Told({
  point,
  figure,
  names,
  compare,
  marks,
}: Pick<TrendDrawingProps, 'figure' | 'names' | 'compare'> & {
  point: TrendPoint | undefined;
  marks: readonly [ChartTooltipItem['mark'], ChartTooltipItem['mark']];
}) {
  if (!point) return null;
  const before = point.labelBefore ?? names[1];
  const items: ChartTooltipItem[] = [
    { id: 'now', name: names[0], value: point.nowWords, mark: marks[0], colour: 1 },
    { id: 'before', name: before, value: point.beforeWords, mark: marks[1], colour: 5 },
  ];
  return (
    <ChartTooltip
      heading={point.label}
      items={compare ? items : items.slice(0, 1)}
      note={`Of ${countInWords(metricOf(figure), point.n)}`}
    />
  );
}

/** Its place before the browser has measured any. */
function initial(height: number) {
  return { width: 640, height };
}

function titleOf(name: string): string {
  return `${name}. Arrow keys go from place to place.`;
}

/** A line that is not at the bottom says how much there is. */
function domainOf(unit: MetricUnit): [number, 'auto' | number] {
  return unit === 'score' ? [-1, 1] : [0, 'auto'];
}

function shortened(name: string): string {
  return name.length > 16 ? `${name.slice(0, 15)}…` : name;
}
