import 'server-only';
import type { AgentStatusRequest } from '@agent/protocol';
import { setAgentStatus as setStoredStatus } from '@agent/store';
import { requireRole, type Viewer } from '../access/viewer.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';

/**
 * The agent goes on duty, on a break or off duty; with a call at hand, after it and its wrap-up. Not while
 * it has an offer.
 */
export async function setAgentStatus(
  services: Services,
  viewer: Viewer,
  { status, reason }: AgentStatusRequest,
): Promise<void> {
  const { userId } = requireRole(viewer, 'agent');
  if (!(await setStoredStatus(services.db, userId, status, reason))) {
    throw Problem.conflict('A call is on offer to you. Accept or decline it first.');
  }
  services.log.info({ agentId: userId, status, reason: reason?.kind }, 'agent status chosen');
}
