import { readAlerts } from '#server/figures/alerts/read-alerts.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/metrics/alerts', async ({ services, viewer }) =>
  json(await readAlerts(services, viewer)),
);
