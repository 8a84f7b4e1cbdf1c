import 'server-only';
import { errorFields } from '@agent/process';
import { supervisorIdentity } from '@agent/protocol';
import type { MonitorRow } from '@agent/store';
import type { Services } from '../services.ts';

/**
 * Puts a supervisor whose row has ended out of the room at once. Never rejects: whom LiveKit has not put
 * out is found by the rounds.
 */
export async function putOutOfRoom(
  { rooms, log }: Pick<Services, 'rooms' | 'log'>,
  { id, callId }: Pick<MonitorRow, 'id' | 'callId'>,
): Promise<void> {
  try {
    await rooms.remove(callId, supervisorIdentity(id));
  } catch (error) {
    log.warn({ callId, monitorId: id, ...errorFields(error) }, 'supervisor not put out of a room');
  }
}
