import { metricsQuerySchema } from '@agent/protocol';
import { readMetrics } from '#server/figures/read-metrics.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/metrics', async ({ services, viewer, query }) =>
  json(await readMetrics(services, viewer, query(metricsQuerySchema))),
);
