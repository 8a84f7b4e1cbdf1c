import 'server-only';
import type { CustomerId, CustomerRecord } from '@agent/protocol';
import { requireWatcher, type Viewer } from '../access/viewer.ts';
import { limitRate } from '../http/limit-rate.ts';
import type { Services } from '../services.ts';
import { recordOf } from './directory.ts';
import { showPeople } from './show-people.ts';

/** Enough to look through what a search has found. How many people it may be is another limit. */
const limit = { limit: 40, windowMs: 10_000 };

/** All that is known of a customer, for people with an account; each reading is put on record. */
export async function readCustomer(
  services: Services,
  viewer: Viewer,
  customerId: CustomerId,
): Promise<CustomerRecord> {
  const watcher = requireWatcher(viewer);
  const message = 'Too many records at once. Wait a moment.';
  await limitRate(services, `customer-read:${watcher.userId}`, limit, message);
  const record = await recordOf(services, customerId);
  await showPeople(services, watcher, [customerId], {
    action: 'customer.read',
    subject: { kind: 'customer', id: customerId },
  });
  return record;
}
