import { sessionQuerySchema } from '@agent/protocol';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';
import { findSessions } from '#server/sessions/find-sessions.ts';

export const GET = route('GET /api/sessions', async ({ services, viewer, query }) =>
  json(await findSessions(services, viewer, query(sessionQuerySchema))),
);
