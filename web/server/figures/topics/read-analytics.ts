import 'server-only';
import { type FigurePeriod, inZone } from '@agent/calls/period';
import type { Analytics, AnalyticsQuery } from '@agent/protocol';
import { type ReadTopics, readTopics } from '@agent/store';
import { requireSession, type Viewer } from '../../access/viewer.ts';
import { limitRate } from '../../http/limit-rate.ts';
import type { Services } from '../../services.ts';
import { figuresOfViewer } from '../whose-figures.ts';
import { cardTopics } from './card-topics.ts';
import { ordersNamed, outcomeTopics } from './outcome-topics.ts';

/** Enough for a page whose filters are tried out, in several windows. */
const limit = { limit: 60, windowMs: 10_000 };

/** What the calls of a period are about, what suggestions were used for, and how customers sounded. */
export async function readAnalytics(
  services: Services,
  viewer: Viewer,
  { queue, agent, ...range }: AnalyticsQuery,
): Promise<Analytics> {
  const { userId } = requireSession(viewer);
  const message = 'Too many figures at once. Wait a moment.';
  await limitRate(services, `analytics:${userId}`, limit, message);
  const { filter, queues } = await figuresOfViewer(services, viewer, { queue, agent });
  const now = services.now();
  const topics = await readTopics(services.db, { filter, queues, range, now });
  const { zone, period, before, since, step, steps } = topics;
  const context = { topics, filter, totals: totalsOf(topics) };
  return {
    ...{ zone, since, step, steps, at: now.toISOString() },
    period: shown(period, zone),
    previousPeriod: { ...shown(before, zone), isCutShort: before.isCutShort },
    offered: context.totals.offered.now,
    answered: context.totals.answered.now,
    cards: cardTopics(context),
    orders: ordersNamed(context),
    outcomes: outcomeTopics(context),
    changed: changedCalls(topics),
  };
}

function totalsOf({ outcomes }: ReadTopics) {
  const total = (id: 'calls' | 'answered') => ({
    now: outcomes.reduce((sum, { now }) => sum + now[id], 0),
    before: outcomes.reduce((sum, { before }) => sum + before[id], 0),
  });
  return { offered: total('calls'), answered: total('answered') };
}

function shown({ from, to, startsAt, endsAt }: FigurePeriod, zone: string): Analytics['period'] {
  return { from, to, startsAt: inZone(startsAt, zone), endsAt: inZone(endsAt, zone) };
}

function changedCalls({ changed, cardNames }: ReadTopics): Analytics['changed'] {
  return changed.map(({ callId, queuedAt, cards, change: _change, ...call }) => ({
    ...{ callId, ...call, queuedAt: queuedAt.toISOString() },
    cards: cards.map((id) => cardNames.get(id)?.name ?? id),
    href: `/calls/${callId}`,
  }));
}
