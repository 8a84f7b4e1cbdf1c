'use client';
import type { CallId, CustomerId, NewCustomer } from '@agent/protocol';
import { useRef, useState } from 'react';
import { type Action, useAction } from '../http/use-action.ts';
import { createCustomer, linkCustomer } from './customer-api.ts';

/** What the customer column is for just now. */
export type CustomerPart = 'record' | 'find' | 'create';

/** How the agent says whose record belongs to the call. */
export interface CustomerChoice {
  part: CustomerPart;
  show(part: CustomerPart): void;
  /** Null: nobody's. */
  link: Action<[CustomerId | null]>;
  /** Whose record is being linked. */
  linkingId: CustomerId | null;
  /** Makes a record and links it. */
  create: Action<[NewCustomer]>;
}

/** The choice of a customer for one call. */
export function useCustomerChoice(callId: CallId): CustomerChoice {
  const [part, setPart] = useState<CustomerPart>('record');
  const [linkingId, setLinkingId] = useState<CustomerId | null>(null);
  const created = useRef<{ key: string; customerId: CustomerId } | null>(null);
  const link = useAction(async (customerId: CustomerId | null) => {
    setLinkingId(customerId);
    try {
      await linkCustomer(callId, customerId);
      setPart('record');
    } finally {
      setLinkingId(null);
    }
  });
  const create = useAction(async (customer: NewCustomer) => {
    const key = JSON.stringify(customer);
    // A record that was made and could not be linked is not made once more.
    if (created.current?.key !== key) {
      const { customerId } = await createCustomer(customer);
      created.current = { key, customerId };
    }
    await linkCustomer(callId, created.current.customerId);
    setPart('record');
  });
  const show = (next: CustomerPart) => {
    link.clear();
    create.clear();
    setPart(next);
  };
  return { part, show, link, linkingId, create };
}
