import 'server-only';
import type { FigureFilter, MetricId } from '@agent/protocol';

/** The list of the calls behind a figure, as a page that a click leads to. */
export function callsHref(
  metric: MetricId,
  { from, to }: { from: string; to: string },
  { queue, agent, outcome }: FigureFilter,
): string {
  const query = new URLSearchParams({ metric, queuedFrom: from, queuedTo: to });
  for (const [name, value] of Object.entries({ queue, agent, outcome })) {
    if (value) query.set(name, value);
  }
  return `/calls/history?${query}`;
}
