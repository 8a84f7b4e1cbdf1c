export type { AgentStatus } from '@agent/protocol';
export type { PartClassNames } from '../react/part.ts';
export {
  ChartFrame,
  type ChartFrameLabels,
  type ChartFramePart,
  type ChartFrameProps,
  type ChartSeries,
  type ChartStatus,
  type ChartView,
  defaultChartFrameLabels,
} from './chart-frame.tsx';
export type { ChartColour, ChartMark } from './chart-mark.ts';
export type { ChartTableContent } from './chart-table.tsx';
export { ChartTooltip, type ChartTooltipItem, type ChartTooltipProps } from './chart-tooltip.tsx';
export {
  type DayCall,
  type DaySpan,
  DayTimeline,
  type DayTimelineLabels,
  type DayTimelineProps,
  type DayTimes,
  defaultDayTimelineLabels,
} from './day-timeline.tsx';
export {
  defaultHeatMapLabels,
  HeatMap,
  type HeatMapCell,
  type HeatMapLabels,
  type HeatMapProps,
} from './heat-map.tsx';
export {
  defaultMetricDefinitionLabels,
  MetricDefinition,
  type MetricDefinitionLabels,
  type MetricDefinitionProps,
} from './metric-definition.tsx';
export {
  defaultMetricTileLabels,
  MetricTile,
  type MetricTileLabels,
  type MetricTilePart,
  type MetricTileProps,
  type MetricTone,
} from './metric-tile.tsx';
