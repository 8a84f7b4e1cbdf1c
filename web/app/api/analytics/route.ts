import { analyticsQuerySchema } from '@agent/protocol';
import { readAnalytics } from '#server/figures/topics/read-analytics.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/analytics', async ({ services, viewer, query }) =>
  json(await readAnalytics(services, viewer, query(analyticsQuerySchema))),
);
