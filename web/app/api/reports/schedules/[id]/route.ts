import { newReportScheduleSchema, reportScheduleIdSchema } from '@agent/protocol';
import { noContent } from '#server/http/respond.ts';
import { rescheduleReport, unscheduleReport } from '#server/reports/scheduled/schedules.ts';
import { route } from '#server/route.ts';

export const PUT = route('PUT /api/reports/schedules/{id}', async (input) => {
  const { services, viewer, param, body } = input;
  const id = param('id', reportScheduleIdSchema);
  await rescheduleReport(services, viewer, id, await body(newReportScheduleSchema));
  return noContent();
});

export const DELETE = route('DELETE /api/reports/schedules/{id}', async (input) => {
  const { services, viewer, param } = input;
  await unscheduleReport(services, viewer, param('id', reportScheduleIdSchema));
  return noContent();
});
