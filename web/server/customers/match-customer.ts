import 'server-only';
import { errorPlace } from '@agent/process';
import { type CallRow, linkCustomer } from '@agent/store';
import { deliver } from '../rooms/deliver.ts';
import type { Services } from '../services.ts';
import { callerOf } from './directory.ts';

/**
 * Links a call to the customer whose contact was entered, when that is certain. A directory that is
 * away leaves the call without a record: the agent sees candidates, or searches.
 */
export async function matchCustomer(services: Services, call: CallRow): Promise<void> {
  if (call.customerLinkedBy) return;
  const { db, directory, log } = services;
  try {
    const { certain } = await directory.match(callerOf(call));
    if (!certain) return;
    const linked = await linkCustomer(db, call.id, { customerId: certain.customerId, by: 'match' });
    if (linked) await deliver(services, linked.call, linked.appended);
  } catch (error) {
    log.warn({ callId: call.id, ...errorPlace(error) }, 'customer not matched');
  }
}
