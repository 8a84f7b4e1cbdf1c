import { json } from '#server/http/respond.ts';
import { listReports } from '#server/reports/scheduled/schedules.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/reports', async ({ services, viewer }) =>
  json(await listReports(services, viewer)),
);
