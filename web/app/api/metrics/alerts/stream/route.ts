import { alertsStream } from '#server/figures/alerts/alerts-stream.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/metrics/alerts/stream', ({ services, viewer, request }) =>
  alertsStream(services, viewer, request),
);
