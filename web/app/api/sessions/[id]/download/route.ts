import { route } from '#server/route.ts';
import { downloadSession } from '#server/sessions/download-session.ts';

export const GET = route(
  'GET /api/sessions/{id}/download',
  ({ services, viewer, callId, request }) => downloadSession(services, viewer, callId, request),
);
