import { noTime, type TimeSums, timeSumIds } from '@agent/calls';
import { figurePeriod, hoursOf, inZone } from '@agent/calls/period';
import { z } from 'zod';
import type { Fragment, Queryable } from '../database/connect.ts';
import { timeConditions } from './figure-conditions.ts';
import { isIn } from './figure-days.ts';
import type { SumsAsked } from './read-call-sums.ts';

/** Agents' time of both periods, and of the parts of the first one by their key. */
export interface PartedTime {
  now: TimeSums;
  before: TimeSums;
  groups: Map<string, TimeSums>;
}

const rowSchema = z.object({
  part: z.enum(['now', 'before']),
  isTotal: z.boolean(),
  key: z.string().nullable(),
  status: z.enum(timeSumIds),
  ms: z.coerce.number(),
});

/**
 * Adds up agents' time of both periods, cut at their ends. By queue an agent's time is that of each queue of
 * theirs, so queues add up to more than the whole; weekdays' hours are not told apart.
 */
export async function readTimeSums(db: Queryable, asked: SumsAsked): Promise<PartedTime> {
  const rows = await db`
    with spent as materialized (${spent(db, asked)})
    select part, true as is_total, null as key, status, sum(ms)::bigint as ms from spent group by part, status
    ${groups(db, asked)}`;
  const time: PartedTime = { now: noTime(), before: noTime(), groups: new Map() };
  for (const row of rows) {
    const { part, isTotal, key, status, ms } = rowSchema.parse(row);
    if (isTotal) time[part][status] += ms;
    else if (key !== null) sumsOf(key)[status] += ms;
  }
  return time;

  function sumsOf(key: string): TimeSums {
    const known = time.groups.get(key) ?? noTime();
    time.groups.set(key, known);
    return known;
  }
}

/**
 * One row for each status and day or slot, and for each agent where that is asked for: sums of days where they
 * are whole, else out of intervals.
 */
function spent(db: Queryable, asked: SumsAsked): Fragment {
  const { periods, state, live, now } = asked;
  const slots = slotsOf(asked);
  const isByAgent = asked.by === 'agent' || asked.by === 'queue';
  const whose = isByAgent ? db`a.agent_id` : db`null::uuid`;
  const until = db`least(coalesce(i.ended_at, ${now.toISOString()}::timestamptz), s.ends_at)`;
  return db`
    select case when a.local_day >= ${periods.now.from}::date then 'now' else 'before' end as part,
      a.local_day, null::text as slot, ${whose} as agent_id, a.status, sum(a.ms) as ms
    from agent_days a
    where (a.local_day between ${periods.before.from}::date and ${periods.before.to}::date
        or a.local_day between ${periods.now.from}::date and ${periods.now.to}::date)
      and a.local_day < ${state.today}::date and a.local_day <> all(${[...live]}::date[])
      and ${timeConditions(db, 'a', asked)}
    group by 1, 2, 4, 5
    union all
    select s.part, s.local_day, s.slot, i.agent_id, i.status,
      round(sum(extract(epoch from ${until} - greatest(i.started_at, s.starts_at))) * 1000)
    from unnest(${slots.map(({ part }) => part)}::text[], ${slots.map(({ day }) => day)}::date[],
        ${slots.map(({ key }) => key)}::text[],
        ${slots.map(({ startsAt }) => startsAt.toISOString())}::timestamptz[],
        ${slots.map(({ endsAt }) => endsAt.toISOString())}::timestamptz[])
      as s (part, local_day, slot, starts_at, ends_at)
    join agent_intervals i on i.status <> 'offline'
      and tstzrange(i.started_at, i.ended_at) && tstzrange(s.starts_at, s.ends_at)
      and i.started_at < ${now.toISOString()}::timestamptz
    where s.starts_at < ${now.toISOString()}::timestamptz and ${timeConditions(db, 'i', asked)}
    group by 1, 2, 3, 4, 5`;
}

function groups(db: Queryable, { by, filter, queues }: SumsAsked): Fragment {
  const select = (key: Fragment, from = db`spent s` as Fragment) => db`
    union all select s.part, false, ${key}, s.status, sum(s.ms)::bigint
    from ${from} where s.part = 'now' group by 1, 3, 4`;
  switch (by) {
    case 'day':
      return select(db`s.local_day::text`);
    case 'week':
      return select(db`date_trunc('week', s.local_day)::date::text`);
    case 'agent':
      return select(db`s.agent_id::text`);
    case 'hour':
      return select(db`s.slot`);
    case 'queue': {
      const only = filter.queue ? [filter.queue] : [...queues];
      return select(
        db`q.queue_id`,
        db`spent s join agent_queues q on q.agent_id = s.agent_id
          ${only.length > 0 ? db`and q.queue_id = any(${only}::text[])` : db``}`,
      );
    }
    case 'weekday-hour':
    case undefined:
      return db``;
    default:
      return by satisfies never;
  }
}

interface Slot {
  part: 'now' | 'before';
  day: string;
  /** Of an hour; null of a whole day. */
  key: string | null;
  startsAt: Date;
  endsAt: Date;
}

/** The stretches in which intervals are cut: days, or the hours of days. */
function slotsOf({ periods, live, by, state: { zone } }: SumsAsked): Slot[] {
  return live.flatMap((day): Slot[] => {
    const whole = figurePeriod({ from: day, to: day }, { zone, now: periods.now.startsAt });
    if (!isIn(day, periods.now)) {
      const endsAt = new Date(Math.min(whole.endsAt.getTime(), periods.before.endsAt.getTime()));
      return [{ part: 'before', day, key: null, startsAt: whole.startsAt, endsAt }];
    }
    if (by !== 'hour') return [{ ...whole, part: 'now', day, key: null }];
    const hours = hoursOf(whole, zone);
    return hours.map((startsAt, index) => {
      const endsAt = hours[index + 1] ?? whole.endsAt;
      return { part: 'now', day, key: inZone(startsAt, zone), startsAt, endsAt };
    });
  });
}
