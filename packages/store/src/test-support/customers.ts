import type { CustomerId } from '@agent/protocol';
import { aCustomerId } from '@agent/testing/ids';
import { addCustomers, type CustomerToAdd } from '../customers/add-customers.ts';
import type { Database } from '../database/connect.ts';

/** A customer who is nothing special besides what is given. */
export function customer(given: Partial<CustomerToAdd> = {}): CustomerToAdd {
  return {
    customerId: aCustomerId(),
    name: 'Ada Example',
    email: null,
    phone: null,
    status: 'active',
    customerSince: '2024-05-06T07:08:09.000Z',
    lifetimeValue: { cents: 12_345, currency: 'EUR' },
    orders: [],
    tickets: [],
    ...given,
  };
}

/** An order of two days ago, as an example. */
export function order(orderNumber: string, given: Partial<CustomerToAdd['orders'][number]> = {}) {
  return {
    orderNumber,
    status: 'delivered' as const,
    summary: 'Toaster',
    total: { cents: 5_990, currency: 'EUR' },
    placedAt: '2026-01-02T03:04:05.000Z',
    expectedAt: null,
    ...given,
  };
}

/** Stores customers and returns the id of the first. */
export async function stored(db: Database, ...customers: CustomerToAdd[]): Promise<CustomerId> {
  await addCustomers(db, customers);
  return customers[0]?.customerId ?? aCustomerId();
}
