import { callsFileQuerySchema } from '@agent/protocol';
import { callsXlsx } from '#server/reports/calls-xlsx.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/reports/calls.xlsx', ({ services, viewer, query, request }) =>
  callsXlsx(services, viewer, query(callsFileQuerySchema), request),
);
