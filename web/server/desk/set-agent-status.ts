import 'server-only';
import { setAgentStatus as setStoredStatus } from '@agent/store';
import { requireRole, type Viewer } from '../access/viewer.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';

/** The agent goes on duty, on a break or off duty; not while it has an offer or a call. */
export async function setAgentStatus(
  services: Services,
  viewer: Viewer,
  status: 'available' | 'break' | 'offline',
): Promise<void> {
  const { userId } = requireRole(viewer, 'agent');
  if (!(await setStoredStatus(services.db, userId, status))) {
    throw Problem.conflict('Finish the call or the offer at hand first.');
  }
  services.log.info({ agentId: userId, status }, 'agent status changed');
}
