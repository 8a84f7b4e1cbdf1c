import { agentDayQuerySchema, userIdSchema } from '@agent/protocol';
import { readAgentDay } from '#server/figures/read-agent-day.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/agents/{id}/day', async ({ services, viewer, param, query }) =>
  json(
    await readAgentDay(services, viewer, {
      agentId: param('id', userIdSchema),
      day: query(agentDayQuerySchema).day,
    }),
  ),
);
