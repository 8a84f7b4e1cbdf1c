import 'server-only';
import type { CustomerSearchPage, CustomerSearchQuery } from '@agent/protocol';
import { takeRateLimit } from '@agent/store';
import { askDirectory } from '../directory.ts';
import { Problem } from '../problem.ts';
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
  if (!(await takeRateLimit(services.db, `customer-search:${userId}`, limit))) {
    throw Problem.tooManyRequests('Too many searches at once. Wait a moment.', 10);
  }
  return askDirectory(services, (directory) => directory.search(query));
}
