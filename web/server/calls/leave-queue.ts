import 'server-only';
import type { CallId } from '@agent/protocol';
import { abandonCall } from '@agent/store';
import { callOfCustomer, type Viewer } from '../access/viewer.ts';
import { Problem } from '../problem.ts';
import { takeOutOfRoom } from '../rooms/take-out-of-room.ts';
import type { Services } from '../services.ts';

/** The customer no longer wants to wait. Harmless when it has left already. */
export async function leaveQueue(
  services: Services,
  viewer: Viewer,
  callId: CallId,
): Promise<void> {
  const call = await callOfCustomer(services, viewer, callId);
  if (call.status === 'abandoned') return;
  const left = await abandonCall(services.db, callId, 'customer-left');
  if (!left) throw Problem.conflict('Your call has been answered already.');
  services.log.info({ callId }, 'call abandoned');
  if (left.call.answeredAt) void takeOutOfRoom(services, left);
}
