import type { Fragment, Queryable } from '../database/connect.ts';
import { figureConditions, type WhoseFigures } from '../figures/figure-conditions.ts';
import type { BothPeriods, FigureState } from '../figures/figure-days.ts';

/** Into what a period is cut for its trend. */
export type TopicStep = 'day' | 'week';

/** Days whose calls are few beside all that there ever were. */
const FEW_DAYS = 7;

/** Of which calls it is asked what they are about. */
export interface TopicsAsked extends WhoseFigures {
  periods: BothPeriods;
  state: FigureState;
  /** Days that are read from facts; the others from their sums. */
  live: readonly string[];
  step: TopicStep;
}

/**
 * Which facts `f` are read themselves: of days without sums that hold, and of one agent all, as sums are kept
 * without agents and one agent's calls are few.
 */
export function liveFacts(db: Queryable, asked: TopicsAsked): Fragment {
  const { periods, live, filter } = asked;
  const days = filter.agent
    ? inPeriods(db, 'f', asked)
    : db`f.local_day = any(${[...live]}::date[])`;
  const { now, before } = periods;
  return db`${days}
    and (f.local_day >= ${now.from}::date or f.queued_at < ${before.endsAt.toISOString()}::timestamptz)
    and ${figureConditions(db, 'f', asked)}`;
}

/** Whether so few calls are read themselves that each can be looked up. */
export function areFewRead({ filter, live }: TopicsAsked): boolean {
  return filter.agent !== undefined || live.length <= FEW_DAYS;
}

/** Which days' sums `m` are read. */
export function keptDays(db: Queryable, asked: TopicsAsked): Fragment {
  const { filter, queues, live, state } = asked;
  if (filter.agent) return db`false`;
  return db`${inPeriods(db, 'm', asked)} and m.local_day < ${state.today}::date
    and m.local_day <> all(${[...live]}::date[]) and ${figureConditions(db, 'm', { filter, queues })}`;
}

/** The day or the first day of the week that a row counts for; null: in the period before. */
export function placeOf(db: Queryable, row: 'f' | 'm', { periods, step }: TopicsAsked): Fragment {
  const day = db.raw(`${row}.local_day`);
  const key = step === 'day' ? day : db`date_trunc('week', ${day})::date`;
  return db`case when ${day} >= ${periods.now.from}::date then ${key}::text end`;
}

function inPeriods(db: Queryable, row: 'f' | 'm', { periods }: TopicsAsked): Fragment {
  const { now, before } = periods;
  const day = db.raw(`${row}.local_day`);
  return db`(${day} between ${before.from}::date and ${before.to}::date
    or ${day} between ${now.from}::date and ${now.to}::date)`;
}
