import {
  type CallId,
  type CustomerId,
  type CustomerRecord,
  type CustomerSearchPage,
  customerRecordSchema,
  customerSearchPageSchema,
  type NewCustomer,
} from '@agent/protocol';
import { command, request } from '../http/request.ts';

/** Where a call's customer is followed; server-sent events of `callCustomerSchema`. */
export function callCustomerUrl(callId: CallId): string {
  return `/api/calls/${callId}/customer`;
}

/** Customers that match, best first. `page` counts from 1. */
export function searchCustomers(
  query: string,
  page: number,
  signal?: AbortSignal,
): Promise<CustomerSearchPage> {
  const asked = new URLSearchParams({ query, page: String(page) });
  return request(customerSearchPageSchema, `/api/customers/search?${asked}`, { signal });
}

/** All that is known of a customer. */
export function customerRecord(
  customerId: CustomerId,
  signal?: AbortSignal,
): Promise<CustomerRecord> {
  const path = `/api/customers/${encodeURIComponent(customerId)}`;
  return request(customerRecordSchema, path, { signal });
}

/** Makes a record for a customer who has none. */
export function createCustomer(body: NewCustomer): Promise<CustomerRecord> {
  return request(customerRecordSchema, '/api/customers', { method: 'POST', body });
}

/** Says whose record belongs to the call; null: nobody's. */
export function linkCustomer(callId: CallId, customerId: CustomerId | null): Promise<void> {
  return command(callCustomerUrl(callId), { method: 'PUT', body: { customerId } });
}
