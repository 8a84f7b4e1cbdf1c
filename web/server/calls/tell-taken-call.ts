import 'server-only';
import type { Transition } from '@agent/store';
import { deliver } from '../rooms/deliver.ts';
import type { Services } from '../services.ts';

/**
 * Tells the customer what became of a call that was taken from its agent, who is no agent any more. For
 * after the transaction of `requeueCallOfAgent`; a page that misses it reads it from the log. Never rejects.
 */
export async function tellTakenCall(
  services: Pick<Services, 'db' | 'rooms' | 'log' | 'meters'>,
  { call, appended }: Transition,
): Promise<void> {
  services.log.info({ callId: call.id, type: appended.event.type }, 'call taken from its agent');
  await deliver(services, call, appended);
}
