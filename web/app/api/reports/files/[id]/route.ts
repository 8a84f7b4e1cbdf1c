import { reportFileIdSchema } from '@agent/protocol';
import { fetchReport } from '#server/reports/scheduled/schedules.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/reports/files/{id}', ({ services, viewer, param, request }) =>
  fetchReport(services, viewer, param('id', reportFileIdSchema), request),
);
