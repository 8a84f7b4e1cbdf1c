import { useEffect, useState } from 'react';
import type { CustomerRecord } from './customer-types.ts';

/** How long a changed part of the record stays marked. */
const MARKED_MS = 4_000;

const nothing: ReadonlySet<string> = new Set();

/**
 * Names of the parts of a record that changed a moment ago (`status`, `order 4521` …). Another
 * customer's record is not a change.
 */
export function useChangedParts(record: CustomerRecord | null | undefined): ReadonlySet<string> {
  const [before, setBefore] = useState(record);
  const [changed, setChanged] = useState(nothing);
  if (before !== record) {
    setBefore(record);
    const isSame = before && record && before.customerId === record.customerId;
    const parts = isSame ? changedParts(before, record) : nothing;
    if (parts.size > 0 || !isSame) setChanged(parts);
  }
  useEffect(() => {
    if (changed.size === 0) return;
    const timer = setTimeout(() => setChanged(nothing), MARKED_MS);
    return () => clearTimeout(timer);
  }, [changed]);
  return changed;
}

/** Names of the parts that are new or different in `after`. */
export function changedParts(before: CustomerRecord, after: CustomerRecord): ReadonlySet<string> {
  const old = new Map(partsOf(before));
  const different = partsOf(after).filter(([name, value]) => old.get(name) !== value);
  return new Set(different.map(([name]) => name));
}

function partsOf({ orders, tickets, calls, ...facts }: CustomerRecord): [string, string][] {
  return [
    ...Object.entries(facts).map(([name, value]): [string, string] => [
      name,
      JSON.stringify(value),
    ]),
    ...orders.map((order): [string, string] => [
      `order ${order.orderNumber}`,
      JSON.stringify(order),
    ]),
    ...tickets.map((ticket): [string, string] => [
      `ticket ${ticket.ticketNumber}`,
      JSON.stringify(ticket),
    ]),
    ['calls', String(calls.length)],
  ];
}
