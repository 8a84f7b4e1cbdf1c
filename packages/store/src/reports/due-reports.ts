import {
  type FigureFilter,
  figureFilterSchema,
  type ReportKind,
  type Role,
  reportKinds,
  roleSchema,
  type UserId,
  userIdSchema,
} from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';
import { dueAt, isDay, mayHave } from './schedules.ts';

/** What was missed so long ago is not made up for. */
const mostDaysLate = 6;

/** A report on the day on which it is due; there is one of each. */
export interface DueReport {
  scheduleId: string;
  /** Of the reporting zone. */
  dueDay: string;
}

const dueSchema = z.object({ scheduleId: z.uuid(), dueDay: z.iso.date() });

/** What is due by now and of which nothing is known yet, the oldest first. */
export async function findDueReports(db: Queryable, now: Date): Promise<DueReport[]> {
  const at = db`${now.toISOString()}::timestamptz`;
  const rows = await db`
    select s.id as schedule_id, d.day::text as due_day
    from report_schedules s join users u on u.id = s.owner_id cross join figure_zone z
      cross join lateral (
        select (${at} at time zone z.zone)::date - n as day from generate_series(0, ${mostDaysLate}::integer) n) d
    where ${mayHave(db)} and ${isDay(db, 'd.day')}
      and ${dueAt(db, 'd.day')} <= ${at} and ${dueAt(db, 'd.day')} > s.since
      and not exists (select from report_files f where f.schedule_id = s.id and f.due_day = d.day)
    order by d.day, s.id`;
  return z.array(dueSchema).parse(rows);
}

/** A report that is to be made, with the days that it is of and whose figures it has. */
export interface ReportToMake {
  name: string;
  kind: ReportKind;
  filter: FigureFilter;
  owner: { userId: UserId; displayName: string; role: Role };
  from: string;
  to: string;
}

const toMakeSchema = z
  .object({
    ...{ name: z.string(), kind: z.enum(reportKinds), filter: figureFilterSchema },
    ...{ userId: userIdSchema, displayName: z.string(), role: roleSchema },
    ...{ from: z.string(), to: z.string() },
  })
  .transform(
    ({ userId, displayName, role, ...rest }): ReportToMake => ({
      ...rest,
      owner: { userId, displayName, role },
    }),
  );

/** What is to be made; undefined: it is there, was removed, or its owner may not have it any more. */
export async function readReportToMake(
  db: Queryable,
  { scheduleId, dueDay }: DueReport,
): Promise<ReportToMake | undefined> {
  const [row] = await db`
    select s.name, s.kind, s.filter, u.id as user_id, u.display_name, u.role,
      (d.day - case s.every when 'day' then 1 else 7 end)::text as "from", (d.day - 1)::text as "to"
    from report_schedules s join users u on u.id = s.owner_id cross join (select ${dueDay}::date as day) d
    where s.id = ${scheduleId}::uuid and ${mayHave(db)} and not exists (
      select from report_files f where f.schedule_id = s.id and f.due_day = d.day and f.state = 'made')`;
  return row && toMakeSchema.parse(row);
}

/** Keeps what was made; false: somebody else was faster, or nobody wants it any more. */
export async function keepReport(
  db: Queryable,
  { scheduleId, dueDay }: DueReport,
  { name, kind, from, to }: ReportToMake,
  { rows, content }: { rows: number | null; content: Uint8Array },
): Promise<boolean> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const kept = await db`
    insert into report_files (schedule_id, due_day, name, kind, first_day, last_day, state, rows, content)
    select s.id, ${dueDay}::date, ${name}, ${kind}, ${from}::date, ${to}::date, 'made', ${rows}::integer,
      ${bytes}::bytea
    from report_schedules s where s.id = ${scheduleId}::uuid
    on conflict (schedule_id, due_day) do update set state = 'made', name = excluded.name,
      kind = excluded.kind, rows = excluded.rows, content = excluded.content, failure = null,
      at = clock_timestamp()
    where report_files.state = 'failed' returning 1`;
  return kept.length > 0;
}

/** Notes why one was not made; what has been made stays. */
export async function noteReportFailure(
  db: Queryable,
  { scheduleId, dueDay }: DueReport,
  { name, kind, from, to }: ReportToMake,
  failure: string,
): Promise<void> {
  await db`
    insert into report_files (schedule_id, due_day, name, kind, first_day, last_day, state, failure)
    select s.id, ${dueDay}::date, ${name}, ${kind}, ${from}::date, ${to}::date, 'failed', ${failure}
    from report_schedules s where s.id = ${scheduleId}::uuid
    on conflict (schedule_id, due_day) do update set failure = excluded.failure, at = clock_timestamp()
    where report_files.state = 'failed'`;
}
