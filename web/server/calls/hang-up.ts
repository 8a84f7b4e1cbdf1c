import 'server-only';
import type { CallId } from '@agent/protocol';
import { endCall } from '@agent/store';
import { callOfOwner, type Viewer } from '../access/viewer.ts';
import { Problem } from '../problem.ts';
import { takeOutOfRoom } from '../rooms/take-out-of-room.ts';
import type { Services } from '../services.ts';
import { notActiveMessage } from './mint-room-token.ts';

/** One side ends the call. Harmless when it has ended already. */
export async function hangUp(services: Services, viewer: Viewer, callId: CallId): Promise<void> {
  const { call, side } = await callOfOwner(services, viewer, callId);
  if (call.endedAt) return;
  if (call.status !== 'active') throw Problem.conflict(notActiveMessage(call));
  const ended = await endCall(services.db, callId, `${side}-hung-up`);
  if (ended) void takeOutOfRoom(services, ended);
}
