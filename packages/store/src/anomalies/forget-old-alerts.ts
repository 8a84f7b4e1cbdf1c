import type { Database } from '../database/connect.ts';

/** Alerts that were closed so many days ago are deleted. */
export const ALERT_DAYS = 400;
/** Hours that were left out so many days ago are in no comparison any more: 8 weeks and a day are compared. */
export const EXCEPTION_DAYS = 64;

/** Deletes a batch of alerts and of left-out hours that are old; tells how many there were. */
export async function forgetOldAlerts(db: Database, limit: number): Promise<number> {
  const rows = await db`
    with alerts as (
      delete from figure_alerts where id in (
        select id from figure_alerts
        where closed_at < clock_timestamp() - ${ALERT_DAYS}::integer * interval '1 day' limit ${limit})
      returning id
    ), exceptions as (
      delete from figure_exceptions where id in (
        select id from figure_exceptions
        where ends_at < clock_timestamp() - ${EXCEPTION_DAYS}::integer * interval '1 day' limit ${limit})
      returning id
    )
    select id from alerts union all select id from exceptions`;
  return rows.length;
}
