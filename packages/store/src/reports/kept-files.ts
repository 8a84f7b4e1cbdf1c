import { type ReportKind, reportKinds } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';
import { isTheirs, type ReportReader } from './schedules.ts';

/** Files are kept for so many days, and so many of each schedule at most. */
export const keptReports = { days: 30, ofEach: 31 } as const;

/** A file that is kept. */
export interface KeptFile {
  name: string;
  kind: ReportKind;
  from: string;
  to: string;
  rows: number | null;
  content: Buffer<ArrayBuffer>;
}

const fileSchema = z.object({
  ...{ name: z.string(), kind: z.enum(reportKinds), from: z.string(), to: z.string() },
  ...{ rows: z.number().nullable(), content: z.instanceof<typeof Buffer<ArrayBuffer>>(Buffer) },
});

/** A file of one's own; undefined: there is none. */
export async function readKeptFile(
  db: Queryable,
  by: ReportReader,
  id: string,
): Promise<KeptFile | undefined> {
  const [row] = await db`
    select f.name, f.kind, f.first_day::text as "from", f.last_day::text as "to", f.rows, f.content
    from report_files f join report_schedules s on s.id = f.schedule_id
    where f.id = ${id}::uuid and f.state = 'made' and ${isTheirs(db, by)}`;
  return row && fileSchema.parse(row);
}

/** Deletes so many of those that are kept no longer; gives how many there were. */
export async function forgetOldReports(db: Queryable, limit: number): Promise<number> {
  const rows = await db`
    delete from report_files where id in (
      select f.id from (
        select id, at, row_number() over (partition by schedule_id order by due_day desc) as place
        from report_files) f
      where f.at < clock_timestamp() - ${keptReports.days}::integer * interval '1 day'
        or f.place > ${keptReports.ofEach}::integer
      limit ${limit}) returning 1`;
  return rows.length;
}
