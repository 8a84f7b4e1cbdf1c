'use client';
import { useEffect, useMemo, useState } from 'react';
import { searchCustomers } from './customer-api.ts';
import {
  type CustomerSearch,
  type CustomerSearchState,
  createCustomerSearch,
  noSearch,
} from './customer-search.ts';

/** A search for a customer, as somebody types it. */
export function useCustomerSearch(): CustomerSearchState & Omit<CustomerSearch, 'close'> {
  const [state, setState] = useState(noSearch);
  const search = useMemo(
    () => createCustomerSearch({ search: searchCustomers, onState: setState }),
    [],
  );
  useEffect(() => search.close, [search]);
  const { status, hits, total, problem } = state;
  const { change, more, retry } = search;
  return { status, hits, total, problem, change, more, retry };
}
