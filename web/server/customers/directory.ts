import 'server-only';
import { errorPlace } from '@agent/process';
import type { CustomerId, CustomerRecord } from '@agent/protocol';
import {
  type CallRow,
  type ContactKey,
  type CustomerDirectory,
  isStoreError,
  isUnavailable,
} from '@agent/store';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';

/**
 * Asks the directory of customers. One that fails is away, which is no fault of the request; that a
 * contact is taken is an answer.
 */
export async function askDirectory<T>(
  { directory, log }: Pick<Services, 'directory' | 'log'>,
  ask: (directory: CustomerDirectory) => Promise<T>,
): Promise<T> {
  try {
    return await ask(directory);
  } catch (error) {
    if (isStoreError(error, 'contact-taken')) throw error;
    const level = isUnavailable(error) ? 'warn' : 'error';
    log[level](errorPlace(error), 'customer directory not reached');
    throw Problem.unavailable('Customers cannot be looked up now. Try again in a few seconds.');
  }
}

/** Who calls, as the directory matches it. */
export function callerOf({ customerName, contactKind, contact }: CallRow): {
  name: string;
  contact: ContactKey;
} {
  return { name: customerName, contact: { kind: contactKind, value: contact.toLowerCase() } };
}

/** All that is known of a customer; a problem when nobody has this id. */
export async function recordOf(
  services: Pick<Services, 'directory' | 'log'>,
  customerId: CustomerId,
): Promise<CustomerRecord> {
  const record = await askDirectory(services, (directory) => directory.find(customerId));
  if (!record) throw Problem.notFound('There is no such customer.');
  return record;
}
