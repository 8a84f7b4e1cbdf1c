import 'server-only';
import type { Transition } from '@agent/store';
import { deliver } from './deliver.ts';
import { errorFields } from './log.ts';
import type { Services } from './services.ts';

/**
 * Tells both sides that their call has ended and takes them out of the room. The bot stays a few
 * seconds more for its last segments; then the dispatcher closes the room.
 */
export async function afterEnd(
  services: Pick<Services, 'rooms' | 'log' | 'metrics'>,
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
}
