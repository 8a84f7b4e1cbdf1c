import { z } from 'zod';
import type { Database, Queryable, Transaction } from '../database/connect.ts';
import { localTime } from './local-time.ts';

/** In which zone the days of all figures are cut, and whether all of them are. */
export interface FigureZone {
  zone: string;
  /** False while another zone was set a moment ago: days are read from calls until then. */
  settled: boolean;
}

/** The zone of the figures as it is now. */
export async function readFigureZone(db: Queryable): Promise<FigureZone> {
  const [row] = await db`select zone, settled from figure_zone`;
  return z.object({ zone: z.string(), settled: z.boolean() }).parse(row);
}

/** Facts that are cut anew in one transaction. */
const FACTS_AT_ONCE = 2_000;

/**
 * Cuts the days of all figures in this zone of IANA, which Postgres must know; nothing happens when they are
 * already. Every day is marked, so that its sums are made anew. Broken off, it goes on where it was when it is
 * called again. Gives whether anything was done.
 */
export async function setFigureZone(
  db: Database,
  zone: string,
  signal?: AbortSignal,
): Promise<boolean> {
  if (!(await db.begin((tx) => switchTo(tx, zone)))) return false;
  let place: Place | undefined;
  do {
    place = await db.begin((tx) => cutNext(tx, place));
  } while (place && !signal?.aborted);
  if (!place) await db`update figure_zone set settled = true where zone = ${zone}`;
  return true;
}

async function switchTo(tx: Transaction, zone: string): Promise<boolean> {
  // Whoever writes facts has read the zone of before, or reads this one.
  await tx`select pg_advisory_xact_lock(hashtext('figure-zone'))`;
  const now = await readFigureZone(tx);
  if (now.zone === zone) return !now.settled;
  await tx`update figure_zone set zone = ${zone}, settled = false where now() at time zone ${zone} is not null`;
  await tx`
    insert into dirty_days (local_day)
    select distinct d.local_day + beside.days from (
      select local_day from call_facts union select local_day from metric_days
      union select local_day from agent_days) d, (values (-1), (0), (1)) beside (days)`;
  return true;
}

const placeSchema = z.object({ queuedAtUs: z.number(), callId: z.string() });
type Place = z.infer<typeof placeSchema>;

/** The newest first, as everybody locks them. Gives where to go on. */
async function cutNext(tx: Transaction, before: Place | undefined): Promise<Place | undefined> {
  await tx`select pg_advisory_xact_lock_shared(hashtext('figure-zone'))`;
  const isBefore = before
    ? tx`(f.queued_at, f.call_id) < (timestamptz 'epoch'
        + ${before.queuedAtUs}::bigint * interval '1 microsecond', ${before.callId}::uuid)`
    : tx`true`;
  const [last] = await tx`
    with next as (
      select f.call_id, f.queued_at from call_facts f where ${isBefore}
      order by f.queued_at desc, f.call_id desc limit ${FACTS_AT_ONCE} for update
    ), local as (
      select s.call_id, l.* from next s, figure_zone z, lateral (
        select ${localTime(tx, tx`s.queued_at`)}) l (day, hour, weekday)
    ), cut as (
      update call_facts f set local_day = l.day, local_hour = l.hour, local_weekday = l.weekday
      from local l where l.call_id = f.call_id
        and (f.local_day, f.local_hour, f.local_weekday) is distinct from (l.day, l.hour, l.weekday)
    )
    select call_id, round(extract(epoch from queued_at) * 1000000)::bigint as queued_at_us from next
    order by queued_at, call_id limit 1`;
  return last && placeSchema.parse(last);
}
