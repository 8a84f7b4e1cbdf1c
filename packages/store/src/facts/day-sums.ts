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

const keys = {
  metric_days: ['local_day', 'queue_id', 'agent_id', 'filed_as', 'is_listed'],
  metric_hours: ['local_day', 'local_hour', 'queue_id', 'is_listed'],
} as const;

/** A table of sums over the calls of a day. */
export type SumTable = keyof typeof keys;

/** All of them: they are made and checked together. */
export const sumTables = Object.keys(keys) as SumTable[];

/** The columns of such a table, in the order of {@link sumsOfFacts}. */
export function sumColumns(db: Queryable, table: SumTable): Fragment {
  return db.raw([...keys[table], ...sums.map(([column]) => column)].join(', '));
}

/** The rows of such a table as the facts have them, of the days from one to another. */
export function sumsOfFacts(
  db: Queryable,
  table: SumTable,
  { from, to }: { from: Fragment; to: Fragment },
): Fragment {
  const of = db.raw(keys[table].map((key) => `f.${key}`).join(', '));
  return db`
    select ${of}, ${db.raw(sums.map(sumOf).join(', '))}
    from call_facts f where f.local_day between ${from} and ${to} group by ${of}`;
}

/** A mean of scores depends on the order in which they are added; beyond so many places that shows. */
function sumOf([column, sql]: readonly [string, string]): string {
  return column === 'sentiment'
    ? `round((${sql})::numeric, 6)::double precision as sentiment`
    : `(${sql})::bigint as ${column}`;
}
