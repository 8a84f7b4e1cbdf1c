import 'server-only';
import { errorFields } from '@agent/process';
import type { CallId, RoomAccess } from '@agent/protocol';
import { type CallRow, isUnavailable } from '@agent/store';
import { callOfOwner, type Viewer } from '../access/viewer.ts';
import { Problem } from '../problem.ts';
import { openRoom } from '../rooms/open-room.ts';
import type { Services } from '../services.ts';
import { isWaitingAgain } from './waiting-again.ts';

/**
 * Lets one side into the room of its active call, and the customer while it waits for another agent;
 * makes the room when LiveKit has lost it.
 */
export async function mintRoomToken(
  services: Services,
  viewer: Viewer,
  callId: CallId,
): Promise<RoomAccess> {
  const { call, side } = await callOfOwner(services, viewer, callId);
  const isCustomerWaiting = side === 'customer' && isWaitingAgain(call);
  if (call.status !== 'active' && !isCustomerWaiting) {
    throw Problem.conflict(notActiveMessage(call));
  }
  const identity = side === 'agent' ? call.agentIdentity : call.customerIdentity;
  if (!identity) throw new Error('An active call has an identity for each side.');
  if (!(await openRoomNow(services, callId))) throw Problem.conflict('This call has ended.');
  return services.rooms.access(callId, identity, 'side');
}

/** Why something that needs an active call cannot be done. */
export function notActiveMessage(call: Pick<CallRow, 'answeredAt' | 'endedAt'>): string {
  if (call.endedAt) return 'This call has ended.';
  if (call.answeredAt) return 'This call waits for another agent.';
  return 'This call has not been answered yet.';
}

async function openRoomNow(services: Services, callId: CallId): Promise<boolean> {
  try {
    return await openRoom(services, callId);
  } catch (error) {
    if (isUnavailable(error)) throw error;
    services.log.warn({ callId, ...errorFields(error) }, 'room not created');
    throw Problem.unavailable('The voice server cannot be reached. Try again in a few seconds.');
  }
}
