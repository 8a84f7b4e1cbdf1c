import 'server-only';
import type { CustomerSearchPage, CustomerSearchQuery } from '@agent/protocol';
import { askDirectory } from '../directory.ts';
import { limitRate } from '../limit-rate.ts';
import type { Services } from '../services.ts';
import { requireSession, type Viewer } from '../viewer.ts';

/** Enough to search while typing, too little to copy the directory. */
const limit = { limit: 40, windowMs: 10_000 };

/** Customers that match what somebody at a desk has typed, best match first. */
export async function searchCustomers(
  services: Services,
  viewer: Viewer,
  query: CustomerSearchQuery,
): Promise<CustomerSearchPage> {
  const { userId } = requireSession(viewer);
  const message = 'Too many searches at once. Wait a moment.';
  await limitRate(services, `customer-search:${userId}`, limit, message);
  return askDirectory(services, (directory) => directory.search(query));
}
