import type { CallCustomer, CustomerRecord, CustomerSummary } from '@agent/protocol';
import { aCustomerId } from '@agent/testing/ids';

/** A customer in a list; what a test cares about is given. */
export function fakeCustomer(part: Partial<CustomerSummary> = {}): CustomerSummary {
  return {
    customerId: aCustomerId('maria'),
    name: 'Maria Santos',
    email: 'maria.santos@example.org',
    phone: '+15550100',
    status: 'active',
    ...part,
  };
}

/** Maria's record with a late order; what a test cares about is given. */
export function fakeRecord(part: Partial<CustomerRecord> = {}): CustomerRecord {
  return {
    ...fakeCustomer(),
    customerSince: '2024-03-04T00:00:00.000Z',
    lifetimeValue: { cents: 128_450, currency: 'EUR' },
    orders: [
      {
        orderNumber: '4521',
        status: 'delayed',
        summary: 'Espresso machine',
        total: { cents: 34_900, currency: 'EUR' },
        placedAt: '2026-11-09T10:00:00.000Z',
        expectedAt: '2026-11-16T10:00:00.000Z',
      },
    ],
    tickets: [],
    calls: [],
    ...part,
  };
}

/** What the stream of a call's customer tells. */
export function fakeCallCustomer(part: Partial<CallCustomer> = {}): CallCustomer {
  return { linkedBy: null, record: null, candidates: [], ...part };
}
