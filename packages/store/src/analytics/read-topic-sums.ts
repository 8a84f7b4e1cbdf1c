import { type CardSums, cardSumIds, type OutcomeSums, outcomeSumIds } from '@agent/calls';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';
import { cardDays, outcomeDays, type TopicDays } from '../facts/topic-days.ts';
import { figureConditions } from '../figures/figure-conditions.ts';
import { areFewRead, keptDays, liveFacts, placeOf, type TopicsAsked } from './topics-asked.ts';

/** Sums of one card or outcome: of the period, of the one before, and of the period's days or weeks. */
export interface TopicSums<Sums> {
  key: string;
  now: Sums;
  before: Sums;
  /** Of the days or weeks with a call, by their first day. */
  steps: Map<string, StepSums>;
}

/** What a trend is told of. `withOrders` is of outcomes only, else 0. */
export interface StepSums {
  calls: number;
  withOrders: number;
}

const number = z.coerce.number();
const rowSchema = z.object({
  key: z.string(),
  isNow: z.boolean(),
  steps: z.record(z.string(), z.tuple([z.number(), z.number()])).nullable(),
});
const cardSchema = z.object(
  Object.fromEntries(cardSumIds.map((id) => [id, number])) as Record<keyof CardSums, typeof number>,
);
const outcomeSchema = z.object(
  Object.fromEntries(outcomeSumIds.map((id) => [id, number])) as Record<
    keyof OutcomeSums,
    typeof number
  >,
);

/** Adds up calls by the cards that were suggested in them. */
export async function readCardSums(
  db: Queryable,
  asked: TopicsAsked,
): Promise<TopicSums<CardSums>[]> {
  return bringTogether(await readRows(db, cardDays, asked), cardSchema);
}

/** Adds up calls by what they were filed as; '' is what has no outcome yet. */
export async function readOutcomeSums(
  db: Queryable,
  asked: TopicsAsked,
): Promise<TopicSums<OutcomeSums>[]> {
  return bringTogether(await readRows(db, outcomeDays, asked), outcomeSchema);
}

/**
 * The same sums, by card and by outcome, of those calls of the period that no list of calls has: they wait or go
 * on, or have been erased.
 */
export async function readUnlistedTopics(
  db: Queryable,
  { periods: { now }, ...asked }: TopicsAsked,
): Promise<{ cards: Map<string, CardSums>; outcomes: Map<string, OutcomeSums> }> {
  const read = (topics: TopicDays) => db`
    with unlisted as materialized (
      select id from calls where erased_at is not null and ended_at >= ${now.startsAt.toISOString()}::timestamptz
      union select id from calls where answered_at is not null and ended_at is null
      union select id from calls where status in ('queued', 'offered')
    )
    select ${db.raw(topics.keyFrom)} as key, ${sumsOfFacts(db, topics)}
    from ${db.raw(topics.from)} join unlisted u on u.id = f.call_id
    where f.local_day between ${now.from}::date and ${now.to}::date and ${figureConditions(db, 'f', asked)}
    group by 1`;
  const cards = await read(cardDays);
  const outcomes = await read(outcomeDays);
  return { cards: byKey(cards, cardSchema), outcomes: byKey(outcomes, outcomeSchema) };
}

/** A row for each topic and period; the days of the period are in it, as so many rows would take long to read. */
function readRows(db: Queryable, topics: TopicDays, asked: TopicsAsked) {
  const kept = topics.sums.map(({ column }) => `m.${column}`).join(', ');
  const all = db.raw(topics.sums.map(({ column }) => `sum(m.${column}) as ${column}`).join(', '));
  const from = areFewRead(asked) ? topics.fromFew : topics.from;
  const step = db.raw(
    `json_build_array(m.calls, ${topics.key === 'filed_as' ? 'm.with_orders' : '0'})`,
  );
  return db`
    select m.key, m.place is not null as is_now, ${all},
      json_object_agg(m.place, ${step}) filter (where m.place is not null) as steps
    from (
      select m.key, m.place, ${all} from (
        select m.${db.raw(topics.key)} as key, ${placeOf(db, 'm', asked)} as place, ${db.raw(kept)}
        from ${db.raw(topics.table)} m where ${keptDays(db, asked)}
        union all
        select ${db.raw(topics.keyFrom)}, ${placeOf(db, 'f', asked)}, ${sumsOfFacts(db, topics)}
        from ${db.raw(from)} where ${liveFacts(db, asked)}
        group by 1, 2
      ) m group by 1, 2
    ) m group by 1, 2`;
}

function sumsOfFacts(db: Queryable, { sums }: TopicDays) {
  return db.raw(sums.map(({ column, sql }) => `${sql} as ${column}`).join(', '));
}

function bringTogether<Sums extends Record<string, number>>(
  rows: readonly unknown[],
  schema: z.ZodType<Sums>,
): TopicSums<Sums>[] {
  const found = new Map<string, TopicSums<Sums>>();
  for (const row of rows) {
    const { key, isNow, steps } = rowSchema.parse(row);
    const sums = schema.parse(row);
    const topic = found.get(key) ?? { key, now: none(sums), before: none(sums), steps: new Map() };
    found.set(key, topic);
    topic[isNow ? 'now' : 'before'] = sums;
    for (const [step, [calls, withOrders]] of Object.entries(steps ?? {})) {
      topic.steps.set(step, { calls, withOrders });
    }
  }
  return [...found.values()];
}

function byKey<Sums>(rows: readonly unknown[], schema: z.ZodType<Sums>): Map<string, Sums> {
  const keyed = z.object({ key: z.string() });
  return new Map(rows.map((row) => [keyed.parse(row).key, schema.parse(row)]));
}

function none<Sums extends Record<string, number>>(like: Sums): Sums {
  return Object.fromEntries(Object.keys(like).map((id) => [id, 0])) as Sums;
}
