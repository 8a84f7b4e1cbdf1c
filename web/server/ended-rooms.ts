import 'server-only';
import { callIdSchema } from '@agent/protocol';
import { findCall } from '@agent/store';
import { errorFields } from './log.ts';
import type { Services } from './services.ts';

/** The bot publishes its last segments within this time. */
const lastSegmentsMs = 5_000;

/**
 * Closes rooms whose call has ended. Looks at LiveKit's own list, so that nothing is forgotten over
 * a restart; rooms of others on the same server are left alone.
 */
export async function closeRoomsOfEndedCalls(
  services: Pick<Services, 'db' | 'rooms' | 'log' | 'now'>,
): Promise<void> {
  const { db, rooms, log, now } = services;
  for (const name of await listRooms(services)) {
    const callId = callIdSchema.safeParse(name).data;
    const endedAt = callId && (await findCall(db, callId))?.endedAt;
    if (!endedAt || endedAt.getTime() > now().getTime() - lastSegmentsMs) continue;
    try {
      await rooms.close(name);
      log.info({ callId: name }, 'room closed');
    } catch (error) {
      log.warn({ callId: name, ...errorFields(error) }, 'room not closed');
    }
  }
}

async function listRooms({ rooms, log }: Pick<Services, 'rooms' | 'log'>): Promise<string[]> {
  try {
    return await rooms.list();
  } catch (error) {
    log.warn(errorFields(error), 'rooms not listed');
    return [];
  }
}
