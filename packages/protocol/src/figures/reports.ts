import * as z from 'zod';
import { userIdSchema } from '../id-schema.ts';
import { singleLine } from '../text.ts';
import { metricIds } from './metric-ids.ts';
import { figureFilterSchema, figureRangeSchema } from './metrics.ts';

const isoTime = z.iso.datetime({ offset: true });
const wholeNumber = z.number().int().min(0);

/** The files that reports come as, by the name of their route. */
export const reportKinds = ['calls.csv', 'calls.xlsx', 'figures.csv', 'dashboard.pdf'] as const;
/** Names a kind of file. */
export type ReportKind = (typeof reportKinds)[number];

/** Query of `GET /api/reports/calls.csv` and `.xlsx`; `metric`: the calls behind that figure alone. */
export const callsFileQuerySchema = figureRangeSchema.and(
  figureFilterSchema.extend({ metric: z.enum(metricIds).optional() }),
);
/** Which calls somebody wants as a file. */
export type CallsFileQuery = z.infer<typeof callsFileQuerySchema>;

/** Query of `GET /api/reports/dashboard.pdf`. */
export const dashboardFileQuerySchema = figureRangeSchema.and(figureFilterSchema);
/** Of which figures somebody wants a document. */
export type DashboardFileQuery = z.infer<typeof dashboardFileQuerySchema>;

/** Names a report that is made again and again. */
export const reportScheduleIdSchema = z.uuid();
/** Names a file that is kept. */
export const reportFileIdSchema = z.uuid();

/**
 * `POST /api/reports/schedules` → 201 `{ id }`, `PUT /api/reports/schedules/{id}` → 204. Made at `hour` of the
 * reporting zone: daily of the day before, weekly, on `weekday` (1 is Monday), of the seven days before.
 */
export const newReportScheduleSchema = z.strictObject({
  name: singleLine('the name', 80),
  kind: z.enum(reportKinds),
  every: z.enum(['day', 'week']),
  weekday: z.number().int().min(1).max(7),
  hour: z.number().int().min(0).max(23),
  filter: figureFilterSchema.strict(),
});
/** A report that is to be made again and again. */
export type NewReportSchedule = z.infer<typeof newReportScheduleSchema>;

/** A report that is made again and again. */
export const reportScheduleSchema = z.object({
  id: reportScheduleIdSchema,
  name: z.string(),
  kind: z.enum(reportKinds),
  every: z.enum(['day', 'week']),
  weekday: z.number().int().min(1).max(7),
  hour: z.number().int().min(0).max(23),
  filter: figureFilterSchema,
  /** Whose figures it has: those that its owner may see when it is made. */
  owner: z.object({ userId: userIdSchema, name: z.string() }),
  /** False: nothing is made, as its owner may not sign in any more or has another role. */
  isOn: z.boolean(),
  /** When the next one is due; null while nothing is made. */
  nextAt: isoTime.nullable(),
  /** How many of its files are kept. */
  files: wholeNumber,
});
/** A report that is made again and again. */
export type ReportSchedule = z.infer<typeof reportScheduleSchema>;

/** One that was made, or was not and why. */
export const reportFileSchema = z.object({
  id: reportFileIdSchema,
  scheduleId: reportScheduleIdSchema,
  name: z.string(),
  kind: z.enum(reportKinds),
  /** The days that it is of. */
  from: z.iso.date(),
  to: z.iso.date(),
  at: isoTime,
  /** `failed` may still become `made`: most troubles pass. */
  state: z.enum(['made', 'failed']),
  /** Calls, or lines of figures; null where it has none, or was not made. */
  rows: wholeNumber.nullable(),
  bytes: wholeNumber.nullable(),
  /** Why it was not made, for people. */
  failure: z.string().nullable(),
  /** Since the reader looked last. */
  isNew: z.boolean(),
});
/** One that was made, or was not and why. */
export type ReportFile = z.infer<typeof reportFileSchema>;

/** `GET /api/reports`: what somebody has made again and again, and what came of it, newest first. */
export const reportsSchema = z.object({
  zone: z.string(),
  schedules: z.array(reportScheduleSchema),
  files: z.array(reportFileSchema),
});
/** What is made again and again, and what came of it. */
export type Reports = z.infer<typeof reportsSchema>;

/** Answer of `POST /api/reports/schedules`. */
export const reportScheduleMadeSchema = z.object({ id: reportScheduleIdSchema });
