import 'server-only';
import { errorFields } from '@agent/process';
import type { CallId, CallView } from '@agent/protocol';
import { acceptOffer as acceptStoredOffer, findCall } from '@agent/store';
import { requireRole, type Viewer } from '../access/viewer.ts';
import { callView } from '../calls/call-view.ts';
import { matchCustomer } from '../customers/match-customer.ts';
import { Problem } from '../problem.ts';
import { deliver } from '../rooms/deliver.ts';
import { openRoom } from '../rooms/open-room.ts';
import type { Services } from '../services.ts';

/** The agent takes the call on offer. Accepting again what one has accepted is harmless. */
export async function acceptOffer(
  services: Services,
  viewer: Viewer,
  callId: CallId,
): Promise<CallView> {
  const { userId } = requireRole(viewer, 'agent');
  const accepted = await acceptStoredOffer(services.db, callId, userId);
  if (!accepted) {
    const call = await findCall(services.db, callId);
    if (call?.agentId === userId && call.status === 'active')
      return callView(services, call, 'agent');
    throw Problem.notFound('This offer is no longer open.');
  }
  const { call, appended, alsoAppended } = accepted;
  services.log.info({ callId, agentId: userId }, 'call accepted');
  void openRoomBeside(services, callId);
  for (const event of [appended, ...alsoAppended]) void deliver(services, call, event);
  void matchCustomer(services, call);
  return callView(services, call, 'agent');
}

/** Made now to save time, and nobody waits for it; the first token would make it too. */
async function openRoomBeside(services: Services, callId: CallId): Promise<void> {
  try {
    await openRoom(services, callId);
  } catch (error) {
    services.log.warn({ callId, ...errorFields(error) }, 'room not created yet');
  }
}
