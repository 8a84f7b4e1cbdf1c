import { callsFileQuerySchema } from '@agent/protocol';
import { callsCsv } from '#server/reports/calls-csv.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/reports/calls.csv', ({ services, viewer, query, request }) =>
  callsCsv(services, viewer, query(callsFileQuerySchema), request),
);
