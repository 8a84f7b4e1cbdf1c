import { metricOf } from '@agent/calls';
import type { MetricGroup, MetricId, MetricValue } from '@agent/protocol';
import { valueInWords } from '../tiles/figure-tile.ts';

/** The figures that make sense of one agent, as the columns of the table. */
export const agentColumns = [
  'answered',
  'call-duration',
  'after-call-work',
  'handle-time',
  'csat',
  'sentiment',
  'resolution-rate',
  'occupancy',
  'utilisation',
  'suggestions-used',
] as const satisfies readonly MetricId[];

/** An agent in the table. */
export interface AgentRow {
  agentId: string;
  name: string;
  /** By figure. */
  figures: Readonly<Partial<Record<MetricId, MetricValue>>>;
}

/** Agents of an answer that is split by agent. */
export function agentRows(groups: readonly MetricGroup[]): AgentRow[] {
  return groups.map(({ key, label, metrics }) => ({
    agentId: key,
    name: label,
    figures: Object.fromEntries(metrics.map((figure) => [figure.id, figure])),
  }));
}

/** A cell: with its unit, `–` where there is none. */
export function cellWords(row: AgentRow, id: MetricId): string {
  const figure = row.figures[id];
  return (figure && valueInWords(metricOf(id), figure)) ?? '–';
}
