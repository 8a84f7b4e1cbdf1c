import {
  figureFilterSchema,
  type ReportFile,
  type ReportSchedule,
  type Reports,
  reportKinds,
  userIdSchema,
} from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';
import { readFigureState } from '../figures/figure-days.ts';
import { dueAt, isDay, isTheirs, mayHave, type ReportReader } from './schedules.ts';

/** So many files are listed, the newest. */
const mostListed = 200;

const kind = z.enum(reportKinds);
const scheduleSchema = z
  .object({
    ...{ id: z.uuid(), name: z.string(), kind, every: z.enum(['day', 'week']) },
    ...{ weekday: z.number(), hour: z.number(), filter: figureFilterSchema },
    ...{ ownerId: userIdSchema, ownerName: z.string(), isOn: z.boolean() },
    ...{ nextAt: z.date().nullable(), files: z.number() },
  })
  .transform(
    ({ ownerId, ownerName, nextAt, ...rest }): ReportSchedule => ({
      ...rest,
      owner: { userId: ownerId, name: ownerName },
      nextAt: nextAt?.toISOString() ?? null,
    }),
  );
const fileSchema = z
  .object({
    ...{ id: z.uuid(), scheduleId: z.uuid(), name: z.string(), kind, from: z.string() },
    ...{ to: z.string(), at: z.date(), state: z.enum(['made', 'failed']) },
    ...{ rows: z.number().nullable(), bytes: z.number().nullable() },
    ...{ failure: z.string().nullable(), isNew: z.boolean() },
  })
  .transform(({ at, ...rest }): ReportFile => ({ ...rest, at: at.toISOString() }));

/** What somebody has made again and again, by name, and what came of it, newest first. */
export async function readReports(db: Queryable, by: ReportReader, now: Date): Promise<Reports> {
  const { zone } = await readFigureState(db, now);
  const at = db`${now.toISOString()}::timestamptz`;
  const schedules = await db`
    select s.id, s.name, s.kind, s.every, s.weekday, s.hour, s.filter, s.owner_id,
      u.display_name as owner_name, ${mayHave(db)} as is_on,
      case when ${mayHave(db)} then (
        select min(${dueAt(db, 'd.day')}) from (
          select (${at} at time zone z.zone)::date + n as day from generate_series(0, 8) n) d
        where ${isDay(db, 'd.day')} and ${dueAt(db, 'd.day')} > greatest(${at}, s.since)) end as next_at,
      (select count(*) from report_files f where f.schedule_id = s.id and f.state = 'made') as files
    from report_schedules s join users u on u.id = s.owner_id cross join figure_zone z
    where ${isTheirs(db, by)} order by lower(s.name), s.id`;
  const files = await db`
    select f.id, f.schedule_id, f.name, f.kind, f.first_day::text as "from", f.last_day::text as "to", f.at,
      f.state, f.rows, length(f.content) as bytes, f.failure,
      f.at > coalesce((select l.at from report_looks l where l.user_id = ${by.userId}::uuid), '-infinity')
        as is_new
    from report_files f join report_schedules s on s.id = f.schedule_id
    where ${isTheirs(db, by)} order by f.at desc, f.id limit ${mostListed}`;
  return {
    zone,
    schedules: z.array(scheduleSchema).parse(schedules),
    files: z.array(fileSchema).parse(files),
  };
}

/** Notes that somebody has seen what there is. */
export async function noteReportLook(db: Queryable, { userId }: ReportReader): Promise<void> {
  await db`
    insert into report_looks (user_id, at) values (${userId}, clock_timestamp())
    on conflict (user_id) do update set at = excluded.at`;
}
