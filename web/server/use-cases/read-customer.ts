import 'server-only';
import type { CustomerId, CustomerRecord } from '@agent/protocol';
import { recordOf } from '../directory.ts';
import { limitRate } from '../limit-rate.ts';
import type { Services } from '../services.ts';
import { requireSession, type Viewer } from '../viewer.ts';

/** Enough to look through what a search has found, too little to copy the directory. */
const limit = { limit: 40, windowMs: 10_000 };

/** All that is known of a customer, for people with an account. */
export async function readCustomer(
  services: Services,
  viewer: Viewer,
  customerId: CustomerId,
): Promise<CustomerRecord> {
  const { userId } = requireSession(viewer);
  const message = 'Too many records at once. Wait a moment.';
  await limitRate(services, `customer-read:${userId}`, limit, message);
  return recordOf(services, customerId);
}
