import 'server-only';
import type { CustomerSearchPage, CustomerSearchQuery } from '@agent/protocol';
import { requireWatcher, type Viewer } from '../access/viewer.ts';
import { limitRate } from '../http/limit-rate.ts';
import type { Services } from '../services.ts';
import { askDirectory } from './directory.ts';
import { showPeople } from './show-people.ts';

/** Enough to search while typing. How many people it may find is another limit. */
const limit = { limit: 40, windowMs: 10_000 };

/**
 * Customers that match what somebody at a desk has typed, best match first. On record is whom they were
 * shown, not the words: these may name people who are nobody's customers.
 */
export async function searchCustomers(
  services: Services,
  viewer: Viewer,
  query: CustomerSearchQuery,
): Promise<CustomerSearchPage> {
  const watcher = requireWatcher(viewer);
  const message = 'Too many searches at once. Wait a moment.';
  await limitRate(services, `customer-search:${watcher.userId}`, limit, message);
  const found = await askDirectory(services, (directory) => directory.search(query));
  const customers = found.hits.map(({ customer }) => customer.customerId);
  const { total, page } = found;
  await showPeople(services, watcher, customers, {
    action: 'customer.searched',
    data: { by: 'words', queryLength: query.query.length, page, total, customers },
  });
  return found;
}
