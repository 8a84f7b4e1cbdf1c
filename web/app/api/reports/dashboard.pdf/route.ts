import { dashboardFileQuerySchema } from '@agent/protocol';
import { dashboardPdf } from '#server/reports/dashboard-pdf.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/reports/dashboard.pdf', ({ services, viewer, query, request }) =>
  dashboardPdf(services, viewer, query(dashboardFileQuerySchema), request),
);
