import type { Fragment, Queryable } from '../database/connect.ts';

/** The day, hour and weekday (1 is Monday) of a time in the zone of `figure_zone z`, as three columns. */
export function localTime(db: Queryable, at: Fragment): Fragment {
  return db`(${at} at time zone z.zone)::date,
    extract(hour from ${at} at time zone z.zone)::smallint,
    extract(isodow from ${at} at time zone z.zone)::smallint`;
}

/** The first day that is not over, or not for long enough that nothing of it is under way any more. */
export function firstOpenDay(db: Queryable): Fragment {
  return db`(select ((clock_timestamp() - interval '2 minutes') at time zone zone)::date from figure_zone)`;
}
