import 'server-only';
import type { CallId } from '@agent/protocol';
import { declineOffer as declineStoredOffer } from '@agent/store';
import { requireRole, type Viewer } from '../access/viewer.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';

/** The agent does not want the call on offer: it goes back to its place in the queue. */
export async function declineOffer(
  services: Services,
  viewer: Viewer,
  callId: CallId,
): Promise<void> {
  const { userId } = requireRole(viewer, 'agent');
  const declined = await declineStoredOffer(services.db, callId, userId);
  if (!declined) throw Problem.notFound('This offer is no longer open.');
  services.log.info({ callId, agentId: userId }, 'offer declined');
}
