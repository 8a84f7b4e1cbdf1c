import 'server-only';
import type { CallId } from '@agent/protocol';
import { abandonCall, endCall } from '@agent/store';
import { callOfOwner, type Viewer } from '../access/viewer.ts';
import { Problem } from '../problem.ts';
import { takeOutOfRoom } from '../rooms/take-out-of-room.ts';
import type { Services } from '../services.ts';
import { notActiveMessage } from './mint-room-token.ts';
import { isWaitingAgain } from './waiting-again.ts';

/**
 * One side ends the call. Harmless when it has ended already. A customer whose agent has just had to
 * leave does not wait for another one.
 */
export async function hangUp(services: Services, viewer: Viewer, callId: CallId): Promise<void> {
  const { call, side } = await callOfOwner(services, viewer, callId);
  if (call.endedAt) return;
  const isCustomer = side === 'customer';
  if (call.status !== 'active' && !(isCustomer && isWaitingAgain(call))) {
    throw Problem.conflict(notActiveMessage(call));
  }
  const ended =
    (await endCall(services.db, callId, `${side}-hung-up`)) ??
    (isCustomer ? await abandonCall(services.db, callId, 'customer-left') : undefined);
  if (ended) void takeOutOfRoom(services, ended);
}
