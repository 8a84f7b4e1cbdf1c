import 'server-only';
import type { CustomerRecord, NewCustomer } from '@agent/protocol';
import { type CustomerToCreate, isStoreError, recordAudit } from '@agent/store';
import type { CountryCode } from 'libphonenumber-js';
import { requireWatcher, type Viewer } from '../access/viewer.ts';
import { limitRate } from '../http/limit-rate.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { phoneNumber } from './contact.ts';
import { askDirectory } from './directory.ts';
import { whoOf } from './show-people.ts';

const phoneHint = 'Enter a phone number like +1 212 555 0123.';
const takenMessages = {
  email: 'Another customer has this e-mail address.',
  phone: 'Another customer has this phone number.',
};

/** Far more than one person types; a taken contact tells that there is such a customer. */
const limit = { limit: 20, windowMs: 60_000 };

/** Makes a record for a customer without one. */
export async function createCustomer(
  services: Services,
  viewer: Viewer,
  customer: NewCustomer,
): Promise<CustomerRecord> {
  const watcher = requireWatcher(viewer);
  const message = 'Too many new customers at once. Wait a moment.';
  await limitRate(services, `customer-create:${watcher.userId}`, limit, message);
  const toCreate = normalised(customer, services.env.DEFAULT_PHONE_REGION);
  try {
    const record = await askDirectory(services, (directory) => directory.create(toCreate));
    await recordAudit(services.db, {
      action: 'customer.created',
      ...whoOf(watcher),
      subject: { kind: 'customer', id: record.customerId },
    });
    services.log.info({ userId: watcher.userId }, 'customer created');
    return record;
  } catch (error) {
    throw contactTaken(error) ?? error;
  }
}

function normalised(customer: NewCustomer, defaultRegion: CountryCode): CustomerToCreate {
  const { name, email } = customer;
  const phone = customer.phone && phoneNumber(customer.phone, defaultRegion);
  if (phone === undefined) {
    throw Problem.invalidInput('Some of what was sent cannot be used.', { phone: phoneHint });
  }
  return { name, email: email.toLowerCase() || null, phone: phone || null };
}

function contactTaken(error: unknown): Problem | undefined {
  if (!isStoreError(error, 'contact-taken')) return undefined;
  const { contactKind = 'email' } = error;
  return Problem.conflict(takenMessages[contactKind], {
    [contactKind]: takenMessages[contactKind],
  });
}
