import 'server-only';
import { type OutcomeSumId, topicFigures } from '@agent/calls';
import { type Analytics, outcomeIdSchema } from '@agent/protocol';
import { type TopicContext, topicCalls } from './topic-calls.ts';

/** How calls turned out, the most frequent first; what has no outcome yet is last. */
export function outcomeTopics(context: TopicContext): Analytics['outcomes'] {
  const { topics, totals } = context;
  return topics.outcomes
    .map(({ key, now, before, steps }) => ({
      id: key === '' ? null : outcomeIdSchema.parse(key),
      name: nameOf(key, topics.outcomeNames),
      calls: topicCalls(context, topicFigures.outcomes, {
        ...{ now: now.calls, before: before.calls, of: totals.offered },
        unlisted: topics.unlisted.outcomes.get(key)?.calls ?? 0,
        at: (step) => steps.get(step)?.calls ?? 0,
        // Most of them go on: no list has them.
        found: key === '' ? null : { outcome: key },
      }),
    }))
    .toSorted((a, b) => Number(a.id === null) - Number(b.id === null) || b.calls.n - a.calls.n);
}

/** Calls in which an order was named, and how many orders were. */
export function ordersNamed(context: TopicContext): Analytics['orders'] {
  const { topics, totals } = context;
  const { outcomes, unlisted } = topics;
  const total = (part: 'now' | 'before', id: OutcomeSumId) =>
    outcomes.reduce((sum, outcome) => sum + outcome[part][id], 0);
  return {
    ...topicCalls(context, topicFigures.orders, {
      ...{ now: total('now', 'withOrders'), before: total('before', 'withOrders') },
      of: totals.answered,
      unlisted: [...unlisted.outcomes.values()].reduce((sum, one) => sum + one.withOrders, 0),
      at: (step) =>
        outcomes.reduce((sum, { steps }) => sum + (steps.get(step)?.withOrders ?? 0), 0),
      found: { orderNamed: 'yes' },
    }),
    named: total('now', 'orders'),
  };
}

function nameOf(key: string, labels: ReadonlyMap<string, string>): string {
  if (key === '') return 'No outcome yet';
  return key === 'abandoned' ? 'Nobody answered' : (labels.get(key) ?? key);
}
