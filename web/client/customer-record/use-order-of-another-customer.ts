'use client';
import type { AssistState } from '@agent/calls';
import type { CustomerId } from '@agent/protocol';
import { useEffect, useState } from 'react';
import { customerRecord } from './customer-api.ts';
import {
  type OrderOfAnotherCustomer,
  orderOfAnotherCustomer,
} from './order-of-another-customer.ts';

/** An order of another customer, with the name of its owner. */
export interface NamedOrderOfAnotherCustomer extends OrderOfAnotherCustomer {
  ownerName: string;
}

/** The order to tell of now, and the way to put it away. */
export interface ShownOrderOfAnotherCustomer {
  order: NamedOrderOfAnotherCustomer | null;
  dismiss(): void;
}

/**
 * The newest order named in the talk that is not the linked customer's, once its owner's name is
 * known. Without an answer there is nothing to offer. `linkedId` is undefined until it is known.
 */
export function useOrderOfAnotherCustomer(
  assist: AssistState,
  linkedId: CustomerId | null | undefined,
): ShownOrderOfAnotherCustomer {
  const [names, setNames] = useState<ReadonlyMap<CustomerId, string>>(new Map());
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const found = linkedId === undefined ? null : orderOfAnotherCustomer(assist, linkedId);
  const ownerId = found?.customerId;
  const isKnown = ownerId !== undefined && names.has(ownerId);
  useEffect(() => {
    if (ownerId === undefined || isKnown) return;
    const asking = new AbortController();
    customerRecord(ownerId, asking.signal).then(
      ({ name }) => setNames((known) => new Map(known).set(ownerId, name)),
      () => undefined,
    );
    return () => asking.abort();
  }, [ownerId, isKnown]);
  const ownerName = ownerId && names.get(ownerId);
  const order =
    found && ownerName && !dismissed.has(found.orderNumber) ? { ...found, ownerName } : null;
  return {
    order,
    dismiss: () => found && setDismissed((before) => new Set(before).add(found.orderNumber)),
  };
}
