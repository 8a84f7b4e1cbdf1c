import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';
import { readSessionAgents } from '#server/sessions/read-session-agents.ts';

export const GET = route('GET /api/sessions/agents', async ({ services, viewer }) =>
  json(await readSessionAgents(services, viewer)),
);
