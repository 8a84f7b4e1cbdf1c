import { callSums } from '@agent/calls';
import type { Fragment, Queryable } from '../database/connect.ts';
import { snake } from './snake.ts';

/** Of resolved calls of known customers: how many there are, and how many were not followed by another. */
const repeatSums = {
  followed: 'count(*) filter (where f.repeated is not null)',
  notRepeated: 'count(*) filter (where not f.repeated)',
};

const sums = [
  ...Object.entries(callSums).map(([id, { sql }]) => [snake(id), sql] as const),
  ...Object.entries(repeatSums).map(([id, sql]) => [snake(id), sql] as const),
];

const keys = 'local_day, queue_id, agent_id, filed_as';

/** The columns of `metric_days`, in the order of {@link sumsOfFacts}. */
export function sumColumns(db: Queryable): Fragment {
  return db.raw(`${keys}, ${sums.map(([column]) => column).join(', ')}`);
}

/** The rows of `metric_days` as the facts have them, of the days from one to another. */
export function sumsOfFacts(db: Queryable, from: Fragment, to: Fragment): Fragment {
  return db`
    select f.local_day, f.queue_id, f.agent_id, f.filed_as, ${db.raw(sums.map(sumOf).join(', '))}
    from call_facts f where f.local_day between ${from} and ${to}
    group by f.local_day, f.queue_id, f.agent_id, f.filed_as`;
}

/** A mean of scores depends on the order in which they are added; beyond so many places that shows. */
function sumOf([column, sql]: readonly [string, string]): string {
  return column === 'sentiment'
    ? `round((${sql})::numeric, 6)::double precision as sentiment`
    : `(${sql})::bigint as ${column}`;
}
