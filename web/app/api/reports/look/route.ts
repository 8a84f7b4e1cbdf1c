import { noContent } from '#server/http/respond.ts';
import { lookAtReports } from '#server/reports/scheduled/schedules.ts';
import { route } from '#server/route.ts';

export const POST = route('POST /api/reports/look', async ({ services, viewer }) => {
  await lookAtReports(services, viewer);
  return noContent();
});
