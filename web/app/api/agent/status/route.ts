import { agentStatusRequestSchema } from '@agent/protocol';
import { setAgentStatus } from '#server/desk/set-agent-status.ts';
import { noContent } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const POST = route('POST /api/agent/status', async ({ services, viewer, body }) => {
  await setAgentStatus(services, viewer, await body(agentStatusRequestSchema));
  return noContent();
});
