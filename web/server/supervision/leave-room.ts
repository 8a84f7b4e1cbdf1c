import 'server-only';
import type { CallId } from '@agent/protocol';
import { endMonitor } from '@agent/store';
import { requireOverseer, type Viewer } from '../access/viewer.ts';
import { deliver } from '../rooms/deliver.ts';
import type { Services } from '../services.ts';
import { putOutOfRoom } from './put-out-of-room.ts';

/** A time in a room, as its address names it. */
export interface MonitorPlace {
  callId: CallId;
  monitorId: string;
}

/**
 * Ends a supervisor's own listening, or its time in the conversation; the call goes on. Harmless when it
 * is over already; of other people's nothing is said and nothing done.
 */
export async function leaveRoom(
  services: Pick<Services, 'db' | 'rooms' | 'log' | 'meters'>,
  viewer: Viewer,
  { callId, monitorId }: MonitorPlace,
): Promise<void> {
  const { userId: supervisorId } = requireOverseer(viewer);
  const ended = await endMonitor(services.db, { id: monitorId, callId, supervisorId }, 'left');
  if (!ended) return;
  services.log.info({ callId, monitorId }, 'a supervisor leaves a room');
  await putOutOfRoom(services, ended.monitor);
  if (ended.told) await deliver(services, ended.told.call, ended.told.appended);
}
