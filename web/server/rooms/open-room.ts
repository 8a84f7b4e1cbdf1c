import 'server-only';
import type { CallId } from '@agent/protocol';
import { findCall } from '@agent/store';
import type { Services } from '../services.ts';

/**
 * Makes the room of a call that was answered, or leaves the one that is there. When the call has ended
 * meanwhile the room is closed again, as tokens would open it: false then.
 */
export async function openRoom(
  { db, rooms }: Pick<Services, 'db' | 'rooms'>,
  callId: CallId,
): Promise<boolean> {
  await rooms.open(callId);
  const call = await findCall(db, callId);
  if (call?.answeredAt && !call.endedAt) return true;
  await rooms.close(callId);
  return false;
}
