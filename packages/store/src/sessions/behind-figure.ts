import { metricOf } from '@agent/calls';
import type { SessionQuery } from '@agent/protocol';
import type { Fragment, Queryable } from '../database/connect.ts';
import { figureConditions } from '../figures/figure-conditions.ts';
import type { SessionsAsked } from './sessions-asked.ts';

/** Whether calls are looked for as figures count them: by their facts, in the reporting zone. */
export function isOfFigures(filters: Omit<SessionQuery, 'query' | 'cursor'>): boolean {
  const { metric, queuedFrom, queuedTo, weekday, hour, card } = filters;
  return [metric, queuedFrom, queuedTo, weekday, hour, card].some((one) => one !== undefined);
}

/** The calls `c` that are behind a figure, or a part of it: the same facts that the figure has counted. */
export function behindFigure(db: Queryable, { of, filters, queues }: SessionsAsked): Fragment {
  const { metric, queuedFrom, queuedTo, weekday, hour, card, agent, queue, outcome } = filters;
  const filter = {
    ...(queue && { queue }),
    ...(outcome && { outcome }),
    ...(agent && { agent }),
  };
  const conditions: Fragment[] = [figureConditions(db, 'f', { filter, queues })];
  // Whoever asks for another agent's calls is let through to none of them before.
  if (of) conditions.push(db`f.agent_id = ${of}`);
  if (metric) conditions.push(db.raw(metricOf(metric).calls?.sql ?? 'false'));
  if (queuedFrom) conditions.push(db`f.local_day >= ${queuedFrom}::date`);
  if (queuedTo) conditions.push(db`f.local_day <= ${queuedTo}::date`);
  if (weekday !== undefined) conditions.push(db`f.local_weekday = ${weekday}`);
  if (hour !== undefined) conditions.push(db`f.local_hour = ${hour}`);
  if (card) {
    conditions.push(db`exists (
      select from call_card_facts k
      where k.call_id = f.call_id and k.card_id = ${card} and k.offered > k.unseen)`);
  }
  const all = conditions.reduce((first, next) => db`${first} and ${next}`);
  return db`exists (select from call_facts f where f.call_id = c.id and ${all})`;
}
