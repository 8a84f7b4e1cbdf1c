import { IS_CARD_READ, IS_ORDER_NAMED, metricOf } from '@agent/calls';
import type { SessionQuery } from '@agent/protocol';
import type { Fragment, Queryable } from '../database/connect.ts';
import { cameAbout } from '../facts/came-about.ts';
import { figureConditions } from '../figures/figure-conditions.ts';
import type { SessionsAsked } from './sessions-asked.ts';

/** Whether calls are looked for as figures count them: by their facts, in the reporting zone. */
export function isOfFigures(filters: Omit<SessionQuery, 'query' | 'cursor'>): boolean {
  const { metric, queuedFrom, queuedTo, weekday, hour, card, orderNamed } = filters;
  return [metric, queuedFrom, queuedTo, weekday, hour, card, orderNamed].some(
    (one) => one !== undefined,
  );
}

/** The calls `c` that are behind a figure, or a part of it: the same facts that the figure has counted. */
export function behindFigure(db: Queryable, { of, filters, queues }: SessionsAsked): Fragment {
  const { metric, weekday, hour, card, orderNamed, agent, queue, outcome } = filters;
  const filter = {
    ...(queue && { queue }),
    ...(outcome && { outcome }),
    ...(agent && { agent }),
  };
  const conditions: Fragment[] = [figureConditions(db, 'f', { filter, queues })];
  // Whoever asks for another agent's calls is let through to none of them before.
  if (of) conditions.push(db`f.agent_id = ${of}`);
  if (metric) conditions.push(db.raw(metricOf(metric).calls?.sql ?? 'false'));
  conditions.push(queuedBetween(db, filters));
  if (weekday !== undefined) conditions.push(db`f.local_weekday = ${weekday}`);
  if (hour !== undefined) conditions.push(db`f.local_hour = ${hour}`);
  if (card) {
    conditions.push(db`exists (
      select from call_card_facts k
      where k.call_id = f.call_id and k.card_id = ${card} and ${db.raw(IS_CARD_READ)})`);
  }
  if (orderNamed) {
    conditions.push(db`(${db.raw(IS_ORDER_NAMED)}) = ${orderNamed === 'yes'}`);
  }
  const all = conditions.reduce((first, next) => db`${first} and ${next}`);
  return db`exists (select from call_facts f where f.call_id = c.id and ${all})`;
}

/** Days are those of the reporting zone, the last one included. Moments are as alerts have them: see the query. */
function queuedBetween(
  db: Queryable,
  { metric, queuedFrom: from, queuedTo: to }: SessionsAsked['filters'],
): Fragment {
  const conditions: Fragment[] = [db`true`];
  if (from) {
    conditions.push(
      isDay(from) ? db`f.local_day >= ${from}::date` : db`f.queued_at >= ${from}::timestamptz`,
    );
  }
  if (to && isDay(to)) conditions.push(db`f.local_day <= ${to}::date`);
  if (to && !isDay(to)) {
    const at = db`${to}::timestamptz`;
    conditions.push(db`f.queued_at < ${at}`);
    if (metric) conditions.push(cameAbout(db, metric, at));
  }
  return conditions.reduce((first, next) => db`${first} and ${next}`);
}

function isDay(dayOrMoment: string): boolean {
  return dayOrMoment.length === '2026-11-30'.length;
}
