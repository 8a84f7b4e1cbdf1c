import {
  type AgentDay,
  type Analytics,
  type AnalyticsQuery,
  agentDaySchema,
  analyticsSchema,
  type FiguresFileQuery,
  type Metrics,
  type MetricsQuery,
  metricsSchema,
} from '@agent/protocol';
import { request } from '../http/request.ts';

/** Figures of a period, with those of the period before. */
export function readFigures(query: MetricsQuery, signal?: AbortSignal): Promise<Metrics> {
  return request(metricsSchema, `/api/metrics?${asked(query)}`, { signal });
}

/** What the calls of a period are about, with how many there were in the period before. */
export function readAnalytics(query: AnalyticsQuery, signal?: AbortSignal): Promise<Analytics> {
  return request(analyticsSchema, `/api/analytics?${asked(query)}`, { signal });
}

/** What an agent did on a day; null: today. */
export function readAgentDay(
  agentId: string,
  day: string | null,
  signal?: AbortSignal,
): Promise<AgentDay> {
  const path = `/api/agents/${encodeURIComponent(agentId)}/day`;
  return request(agentDaySchema, day ? `${path}?day=${day}` : path, { signal });
}

/** Where the numbers of a chart can be fetched as a file. */
export function figuresFileHref(query: FiguresFileQuery): string {
  return `/api/reports/figures.csv?${asked(query)}`;
}

/** The page of one agent's figures and days. */
export function agentHref(agentId: string): string {
  return `/dashboard/agents/${encodeURIComponent(agentId)}`;
}

function asked(query: MetricsQuery | FiguresFileQuery | AnalyticsQuery): URLSearchParams {
  return new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as [string, string]],
    ),
  );
}
