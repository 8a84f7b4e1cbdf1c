import type { NewReportSchedule, Role, UserId } from '@agent/protocol';
import { z } from 'zod';
import type { Fragment, Queryable } from '../database/connect.ts';

/** Who asks: supervisors have their own reports, admins look after all. */
export interface ReportReader {
  userId: UserId;
  role: Role;
}

const idSchema = z.object({ id: z.uuid() });
const namedSchema = z.object({ name: z.string(), kind: z.string() });

/** Adds a report that is made from its next time on; gives its id. */
export async function addReportSchedule(
  db: Queryable,
  ownerId: UserId,
  { name, kind, every, weekday, hour, filter }: NewReportSchedule,
): Promise<string> {
  const [row] = await db`
    insert into report_schedules (owner_id, name, kind, every, weekday, hour, filter)
    values (${ownerId}, ${name}, ${kind}, ${every}, ${weekday}, ${hour}, ${JSON.stringify(filter)}::jsonb)
    returning id`;
  return idSchema.parse(row).id;
}

/** Changes one from its next time on; false: there is none that this person may change. */
export async function changeReportSchedule(
  db: Queryable,
  by: ReportReader,
  id: string,
  { name, kind, every, weekday, hour, filter }: NewReportSchedule,
): Promise<boolean> {
  const rows = await db`
    update report_schedules s set name = ${name}, kind = ${kind}, every = ${every}, weekday = ${weekday},
      hour = ${hour}, filter = ${JSON.stringify(filter)}::jsonb, since = clock_timestamp()
    where s.id = ${id}::uuid and ${isTheirs(db, by)} returning 1`;
  return rows.length > 0;
}

/** Removes one with its files; undefined: there is none that this person may remove. */
export async function removeReportSchedule(
  db: Queryable,
  by: ReportReader,
  id: string,
): Promise<{ name: string; kind: string } | undefined> {
  const [row] = await db`
    delete from report_schedules s where s.id = ${id}::uuid and ${isTheirs(db, by)} returning name, kind`;
  return row && namedSchema.parse(row);
}

/** Which rows `s` of `report_schedules` somebody may see and change. */
export function isTheirs(db: Queryable, { userId, role }: ReportReader): Fragment {
  return role === 'admin' ? db`true` : db`s.owner_id = ${userId}::uuid`;
}

/** Whether the owner `u` of a schedule may have reports now. */
export function mayHave(db: Queryable): Fragment {
  return db`not u.disabled and u.role in ('supervisor', 'admin')`;
}

/** When a schedule `s` is due on a day, in the zone `z` of the figures. */
export function dueAt(db: Queryable, day: string): Fragment {
  return db.raw(`((${day})::timestamp + s.hour * interval '1 hour') at time zone z.zone`);
}

/** Whether a schedule `s` is due on a day at all. */
export function isDay(db: Queryable, day: string): Fragment {
  return db.raw(`(s.every = 'day' or extract(isodow from ${day}) = s.weekday)`);
}
