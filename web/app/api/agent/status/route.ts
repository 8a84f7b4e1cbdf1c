import { agentStatusRequestSchema } from '@agent/protocol';
import { noContent } from '../../../../server/http/respond.ts';
import { route } from '../../../../server/http/route.ts';
import { setAgentStatus } from '../../../../server/use-cases/set-agent-status.ts';
import { requireRole } from '../../../../server/viewer.ts';

export const POST = route('/api/agent/status', async ({ services, viewer, body }) => {
  const { status } = await body(agentStatusRequestSchema, () => requireRole(viewer, 'agent'));
  await setAgentStatus(services, viewer, status);
  return noContent();
});
