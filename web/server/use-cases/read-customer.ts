import 'server-only';
import type { CustomerId, CustomerRecord } from '@agent/protocol';
import { recordOf } from '../directory.ts';
import type { Services } from '../services.ts';
import { requireSession, type Viewer } from '../viewer.ts';

/** All that is known of a customer, for people with an account. */
export async function readCustomer(
  services: Services,
  viewer: Viewer,
  customerId: CustomerId,
): Promise<CustomerRecord> {
  requireSession(viewer);
  return recordOf(services, customerId);
}
