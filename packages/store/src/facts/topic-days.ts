import { cardSums, outcomeSums } from '@agent/calls';
import type { Fragment, Queryable } from '../database/connect.ts';
import { snake } from './snake.ts';

/** Sums of days by what calls are about: how they are kept, and how they come about. */
export interface TopicDays {
  table: 'card_days' | 'outcome_days';
  /** What tells rows of a day and queue apart. */
  key: 'card_id' | 'filed_as';
  /** The sums, each with its SQL over `from`. */
  sums: readonly { column: string; sql: string }[];
  /** The rows that are summed up. */
  from: string;
  /**
   * The same where the calls are few: looked up call by call. Postgres would rather read the cards of all calls
   * there ever were, which takes longer.
   */
  fromFew: string;
  /** The key, of these rows. */
  keyFrom: string;
}

/** Calls by card of the playbook, and what became of its suggestions. */
export const cardDays: TopicDays = {
  table: 'card_days',
  key: 'card_id',
  sums: sumsOf(cardSums),
  from: 'call_facts f join call_card_facts k on k.call_id = f.call_id',
  fromFew:
    'call_facts f cross join lateral (select * from call_card_facts c where c.call_id = f.call_id offset 0) k',
  keyFrom: 'k.card_id',
};

/** Calls by what they were filed as. */
export const outcomeDays: TopicDays = {
  table: 'outcome_days',
  key: 'filed_as',
  sums: sumsOf(outcomeSums),
  from: 'call_facts f',
  fromFew: 'call_facts f',
  keyFrom: 'f.filed_as',
};

/** The columns of these sums, in the order of {@link topicsOfFacts}. */
export function topicColumns(db: Queryable, { key, sums }: TopicDays): Fragment {
  return db.raw(`local_day, queue_id, ${key}, ${sums.map(({ column }) => column).join(', ')}`);
}

/** The rows of these sums as the facts have them, of the days from one to another. */
export function topicsOfFacts(
  db: Queryable,
  { from: rows, keyFrom, sums }: TopicDays,
  from: Fragment,
  to: Fragment,
): Fragment {
  const each = sums.map(({ column, sql }) => `(${sql})::${typeOf(column)} as ${column}`).join(', ');
  return db`
    select f.local_day, f.queue_id, ${db.raw(`${keyFrom}, ${each}`)} from ${db.raw(rows)}
    where f.local_day between ${from} and ${to} group by f.local_day, f.queue_id, ${db.raw(keyFrom)}`;
}

function typeOf(column: string): string {
  return column.endsWith('_mood') ? 'double precision' : 'bigint';
}

function sumsOf(sums: Readonly<Record<string, { sql: string }>>): TopicDays['sums'] {
  return Object.entries(sums).map(([id, { sql }]) => ({ column: snake(id), sql }));
}
