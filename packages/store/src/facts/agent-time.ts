import type { Fragment, Queryable } from '../database/connect.ts';

/**
 * Rows `local_day, agent_id, status, ms`: how long agents were in each status on the days from one to another,
 * cut at the ends of the days in the zone of the figures, what goes on until now. Without `offline`.
 */
export function agentTime(db: Queryable, from: Fragment, to: Fragment): Fragment {
  return db`
    select d.local_day, i.agent_id, i.status, round(1000 * sum(extract(epoch from
      least(coalesce(i.ended_at, clock_timestamp()), d.ends_at) - greatest(i.started_at, d.starts_at))))::bigint as ms
    from (
      select day::date as local_day, day at time zone z.zone as starts_at,
        (day + interval '1 day') at time zone z.zone as ends_at
      from figure_zone z,
        generate_series(${from}::timestamp, ${to}::timestamp, interval '1 day') as day
    ) d join agent_intervals i
      on tstzrange(i.started_at, i.ended_at) && tstzrange(d.starts_at, d.ends_at)
      and i.status <> 'offline'
    -- What has only just begun may lie a little ahead of the clock.
    where coalesce(i.ended_at, clock_timestamp()) > greatest(i.started_at, d.starts_at)
    group by d.local_day, i.agent_id, i.status`;
}
