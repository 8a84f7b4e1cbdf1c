import { HAS_TWO_ENDS, IS_CARD_READ, MOST_CHANGED, mostChanged } from '@agent/calls';
import { type CallId, callIdSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';
import { figureConditions } from '../figures/figure-conditions.ts';
import type { TopicsAsked } from './topics-asked.ts';

/** A call whose customer sounded different in the end. */
export interface ChangedCall {
  callId: CallId;
  customerName: string;
  agentName: string | null;
  queuedAt: Date;
  /** Cards of which a suggestion could be read in it, by id. */
  cards: string[];
  /** −1 to 1. */
  start: number;
  end: number;
  change: number;
}

const rowSchema = z.object({
  callId: callIdSchema,
  customerName: z.string(),
  agentName: z.string().nullable(),
  queuedAt: z.date(),
  cards: z.array(z.string()),
  start: z.number(),
  end: z.number(),
  change: z.number(),
});

const CHANGE = '(f.sentiment_end - f.sentiment_start)';

/** The calls of the period that can be opened and changed most, both ways, the largest rise first. */
export async function readMostChanged(db: Queryable, asked: TopicsAsked): Promise<ChangedCall[]> {
  const found = asked.filter.agent ? ofAgent(db, asked) : ofDays(db, asked);
  const rows = await db`
    select c.id as call_id, c.customer_name, c.agent_name, c.queued_at, f.sentiment_start as start,
      f.sentiment_end as end, ${db.raw(CHANGE)} as change,
      array(select k.card_id from call_card_facts k where k.call_id = c.id and ${db.raw(IS_CARD_READ)}
        order by k.card_id) as cards
    from (${found}) found join call_facts f on f.call_id = found.call_id join calls c on c.id = f.call_id
    order by change desc, c.id`;
  return mostChanged(z.array(rowSchema).parse(rows));
}

/**
 * The ten that rose or fell most are on the ten days, by queue, whose first call rose or fell most. So a step or
 * two into the index for each day and queue are enough.
 */
function ofDays(db: Queryable, asked: TopicsAsked) {
  const { filter, queues, periods } = asked;
  const { now } = periods;
  const wanted = filter.queue ? [filter.queue] : [...queues];
  const ofQueues = wanted.length > 0 ? db`id = any(${wanted}::text[])` : db`true`;
  const side = (isRise: boolean) => {
    const order = db.raw(isRise ? 'change desc' : 'change asc');
    const outermost = (of: 'day' | 'best', most: number) => db`(
      select f.call_id, ${db.raw(CHANGE)} as change from call_facts f join calls c on c.id = f.call_id
      where f.local_day = ${db.raw(of)}.at and f.queue_id = ${db.raw(of)}.queue_id
        and ${db.raw(HAS_TWO_ENDS)} and ${db.raw(`${CHANGE} ${isRise ? '>' : '<'} 0`)}
        and ${isListed(db)} and ${figureConditions(db, 'f', asked)}
      order by ${order} limit ${most})`;
    return db`
      select one.* from (
        select day.* from (
          select at::date as at, id as queue_id
          from generate_series(${now.from}::date, ${now.to}::date, interval '1 day') at, queues
          where ${ofQueues}) day
          cross join lateral ${outermost('day', 1)} first
        order by ${order} limit ${MOST_CHANGED}
      ) best cross join lateral ${outermost('best', MOST_CHANGED)} one
      order by ${order} limit ${MOST_CHANGED}`;
  };
  return db`(${side(true)}) union all (${side(false)})`;
}

/** Of one agent all calls of the period are looked at: there are few. */
function ofAgent(db: Queryable, asked: TopicsAsked) {
  const { now } = asked.periods;
  return db`
    (with own as materialized (
      select f.call_id, ${db.raw(CHANGE)} as change from call_facts f join calls c on c.id = f.call_id
      where f.local_day between ${now.from}::date and ${now.to}::date and ${db.raw(HAS_TWO_ENDS)}
        and ${isListed(db)} and ${figureConditions(db, 'f', asked)})
    (select * from own where change > 0 order by change desc limit ${MOST_CHANGED})
    union all (select * from own where change < 0 order by change limit ${MOST_CHANGED}))`;
}

/** Which calls lists have. */
function isListed(db: Queryable) {
  return db`c.ended_at is not null and c.erased_at is null`;
}
