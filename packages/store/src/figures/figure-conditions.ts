import type { FigureFilter, QueueId } from '@agent/protocol';
import type { Fragment, Queryable } from '../database/connect.ts';

/** Which calls, and of whose queues. */
export interface WhoseFigures {
  filter: FigureFilter;
  /** The queues that the reader looks after; none: all. */
  queues: readonly QueueId[];
}

/**
 * What must hold of a call's facts, or of sums of them: `row` is a name of `call_facts`, `metric_days` or
 * `metric_hours` that never comes from outside. Figures and the lists of their calls share it, so both count the same.
 */
export function figureConditions(
  db: Queryable,
  row: 'f' | 'm',
  { filter: { queue, agent, outcome }, queues }: WhoseFigures,
): Fragment {
  const column = (name: string) => db.raw(`${row}.${name}`);
  const conditions: Fragment[] = [];
  if (queue) conditions.push(db`${column('queue_id')} = ${queue}`);
  if (queues.length > 0) conditions.push(db`${column('queue_id')} = any(${[...queues]}::text[])`);
  if (agent) conditions.push(db`${column('agent_id')} = ${agent}::uuid`);
  if (outcome) conditions.push(db`${column('filed_as')} = ${outcome}`);
  return conditions.reduce((first, next) => db`${first} and ${next}`, db`true` as Fragment);
}

/**
 * Whose time counts: that of the agents who take the calls of these queues now, all of it, as nobody is
 * available for one queue alone. `row` has an `agent_id`.
 */
export function timeConditions(
  db: Queryable,
  row: 'a' | 'i',
  { filter: { queue, agent }, queues }: WhoseFigures,
): Fragment {
  const agentId = db.raw(`${row}.agent_id`);
  const conditions: Fragment[] = [];
  if (agent) conditions.push(db`${agentId} = ${agent}::uuid`);
  const within = queue ? [queue] : queues;
  if (within.length > 0) {
    conditions.push(db`${agentId} in (
      select agent_id from agent_queues where queue_id = any(${[...within]}::text[])
        ${queues.length > 0 ? db`and queue_id = any(${[...queues]}::text[])` : db``})`);
  }
  return conditions.reduce((first, next) => db`${first} and ${next}`, db`true` as Fragment);
}
