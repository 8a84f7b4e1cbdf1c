import 'server-only';
import type { CustomerId, CustomerRecord } from '@agent/protocol';
import { takeRateLimit } from '@agent/store';
import { recordOf } from '../directory.ts';
import { Problem } from '../problem.ts';
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
  if (!(await takeRateLimit(services.db, `customer-read:${userId}`, limit))) {
    throw Problem.tooManyRequests('Too many records at once. Wait a moment.', 10);
  }
  return recordOf(services, customerId);
}
