import { figuresFileQuerySchema } from '@agent/protocol';
import { figuresCsv } from '#server/reports/figures-csv.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/reports/figures.csv', ({ services, viewer, query, request }) =>
  figuresCsv(services, viewer, query(figuresFileQuerySchema), request),
);
