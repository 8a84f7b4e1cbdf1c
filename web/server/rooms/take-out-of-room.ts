import 'server-only';
import { errorFields } from '@agent/process';
import type { Transition } from '@agent/store';
import type { Services } from '../services.ts';
import { deliver } from './deliver.ts';

/**
 * Tells both sides that their call has ended, takes them out of the room and closes it, so that
 * nobody comes back by a token that still lasts. The bot stores its last segments without the room.
 * Never rejects: a room that LiveKit has not closed is closed by the dispatcher.
 */
export async function takeOutOfRoom(
  services: Pick<Services, 'db' | 'rooms' | 'log' | 'meters'>,
  { call, appended }: Transition,
): Promise<void> {
  const { rooms, log } = services;
  log.info({ callId: call.id, reason: call.endReason }, 'call ended');
  await deliver(services, call, appended);
  const identities = [call.customerIdentity, call.agentIdentity].filter((one) => one !== null);
  const removals = identities.map((identity) => rooms.remove(call.id, identity));
  for (const removal of await Promise.allSettled(removals)) {
    if (removal.status === 'fulfilled') continue;
    log.warn({ callId: call.id, ...errorFields(removal.reason) }, 'participant not removed');
  }
  try {
    await rooms.close(call.id);
  } catch (error) {
    log.warn({ callId: call.id, ...errorFields(error) }, 'room not closed yet');
  }
}
