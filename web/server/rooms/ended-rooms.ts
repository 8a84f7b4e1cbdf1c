import 'server-only';
import { errorFields } from '@agent/process';
import { callIdSchema } from '@agent/protocol';
import { endedCalls } from '@agent/store';
import type { Services } from '../services.ts';

/** The request that ends a call tells both sides and closes the room within this time, if LiveKit answers. */
const toldWithinMs = 2_000;

/**
 * Closes rooms whose call has ended and that are still there. Looks at LiveKit's own list, so that
 * nothing is forgotten over a restart; rooms of others on the same server are left alone.
 */
export async function closeRoomsOfEndedCalls(
  services: Pick<Services, 'db' | 'rooms' | 'log'>,
): Promise<void> {
  const { db, rooms, log } = services;
  const names = await listRooms(services);
  const callIds = names.flatMap((name) => callIdSchema.safeParse(name).data ?? []);
  for (const callId of await endedCalls(db, callIds, { endedForMs: toldWithinMs })) {
    try {
      await rooms.close(callId);
      log.info({ callId }, 'room closed');
    } catch (error) {
      log.warn({ callId, ...errorFields(error) }, 'room not closed');
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
