import { erasureRequestSchema } from '@agent/protocol';
import { json, noContent } from '#server/http/respond.ts';
import { route } from '#server/route.ts';
import { eraseSession } from '#server/sessions/erase-session.ts';
import { readSession } from '#server/sessions/read-session.ts';

export const GET = route('GET /api/sessions/{id}', async ({ services, viewer, callId }) =>
  json(await readSession(services, viewer, callId)),
);

export const DELETE = route(
  'DELETE /api/sessions/{id}',
  async ({ services, viewer, callId, body }) => {
    await eraseSession(services, viewer, callId, await body(erasureRequestSchema));
    return noContent();
  },
);
