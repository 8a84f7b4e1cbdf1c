import 'server-only';
import { type TopicFigure, topicValue } from '@agent/calls';
import type { FigureFilter, TopicCalls } from '@agent/protocol';
import type { ReadTopics } from '@agent/store';

/** What an answer is made of. */
export interface TopicContext {
  topics: ReadTopics;
  filter: FigureFilter;
  /** Of the period and of the one before. */
  totals: Record<'offered' | 'answered', { now: number; before: number }>;
}

/** How many calls there are of a topic. */
export interface TopicCounts {
  now: number;
  before: number;
  /** Of these no list has so many: they go on, or have been erased. */
  unlisted: number;
  /** On that day, or in the week that begins with it. */
  at: (step: string) => number;
  of: { now: number; before: number };
  /** What of the address of the list finds them; null: nothing does. */
  found: Record<string, string> | null;
}

/** A topic's calls with their share, what it was before, how it went, and the list of them. */
export function topicCalls(
  { topics, filter }: TopicContext,
  figure: TopicFigure,
  { now, before, unlisted, at, of, found }: TopicCounts,
): TopicCalls {
  const { period, since, steps, before: previous } = topics;
  const isOn = (day: string) => since === null || day >= since;
  const wasOn = isOn(previous.from);
  return {
    ...counted(figure, now, of.now),
    ...(isOn(period.to) ? {} : { share: null, why: 'not-recorded' as const }),
    previous: wasOn ? counted(figure, before, of.before) : null,
    trend: steps.map((step, index) => (isOn(steps[index + 1] ?? period.to) ? at(step) : null)),
    calls: found && { count: now - unlisted, href: hrefOf(found, period, filter) },
  };
}

function counted(figure: TopicFigure, n: number, of: number) {
  const { value, why } = topicValue(figure, n, of);
  return { n, of, share: value, why };
}

function hrefOf(
  found: Record<string, string>,
  { from, to }: { from: string; to: string },
  { queue, agent }: FigureFilter,
): string {
  const query = new URLSearchParams({ ...found, queuedFrom: from, queuedTo: to });
  for (const [name, value] of Object.entries({ queue, agent })) if (value) query.set(name, value);
  return `/calls/history?${query}`;
}
