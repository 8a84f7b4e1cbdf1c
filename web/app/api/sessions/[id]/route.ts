import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';
import { readSession } from '#server/sessions/read-session.ts';

export const GET = route('GET /api/sessions/{id}', async ({ services, viewer, callId }) =>
  json(await readSession(services, viewer, callId)),
);
