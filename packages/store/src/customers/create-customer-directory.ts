import { type CustomerRecord, customerIdSchema } from '@agent/protocol';
import type { CountryCode } from 'libphonenumber-js';
import { z } from 'zod';
import { breaksConstraint, type Database, type Queryable } from '../database/connect.ts';
import { StoreError } from '../database/store-error.ts';
import type { CustomerDirectory, CustomerToCreate } from './customer-directory.ts';
import { matchCustomer } from './customer-match.ts';
import { readCustomerRecord } from './customer-record.ts';
import { searchCustomers } from './customer-search.ts';
import { findOrders } from './find-orders.ts';

const ownerSchema = z.object({ customerId: customerIdSchema });

export interface CustomerDirectoryOptions {
  /** Where phone numbers without a country are dialled, for the search. Default `US`. */
  phoneRegion?: CountryCode;
}

/** The customers of our own tables. */
export function createCustomerDirectory(
  db: Database,
  { phoneRegion = 'US' }: CustomerDirectoryOptions = {},
): CustomerDirectory {
  return {
    search: (query) => searchCustomers(db, query, phoneRegion),
    find: (customerId, orders) => readCustomerRecord(db, customerId, orders),
    match: (caller) => matchCustomer(db, caller),
    findOrders: (said) => findOrders(db, said),
    create: (customer) => createCustomer(db, customer),
  };
}

async function createCustomer(
  db: Queryable,
  { name, email, phone }: CustomerToCreate,
): Promise<CustomerRecord> {
  try {
    const [row] = await db`
      insert into customers (name, email, phone)
      values (${name}, ${email?.toLowerCase() ?? null}, ${phone}) returning id as customer_id`;
    const record = await readCustomerRecord(db, ownerSchema.parse(row).customerId);
    if (!record) throw new Error('A customer vanished while it was being created.');
    return record;
  } catch (error) {
    if (breaksConstraint(error, 'customers_email_key')) throw StoreError.contactTaken('email');
    if (breaksConstraint(error, 'customers_phone_key')) throw StoreError.contactTaken('phone');
    throw error;
  }
}
