import { newReportScheduleSchema } from '@agent/protocol';
import { json } from '#server/http/respond.ts';
import { scheduleReport } from '#server/reports/scheduled/schedules.ts';
import { route } from '#server/route.ts';

export const POST = route('POST /api/reports/schedules', async ({ services, viewer, body }) =>
  json(await scheduleReport(services, viewer, await body(newReportScheduleSchema)), 201),
);
