import type { Conversation, Said } from '@agent/playbook';
import type { CustomerRecord, Speaker } from '@agent/protocol';
import { aCustomerId, aSegmentId } from '@agent/testing/ids';
import type { SuggestRequest } from '../model/suggester.ts';

/** A customer whose order is late. */
export const annRecord: CustomerRecord = {
  customerId: aCustomerId('customer-1'),
  name: 'Ann Miller',
  email: 'ann.miller@example.org',
  phone: '+14155550134',
  status: 'active',
  customerSince: '2023-02-01T00:00:00Z',
  lifetimeValue: { cents: 123_456, currency: 'USD' },
  orders: [
    {
      orderNumber: '4521',
      status: 'delayed',
      summary: 'Coffee grinder',
      total: { cents: 4_990, currency: 'USD' },
      placedAt: '2026-11-10T09:00:00Z',
      expectedAt: '2026-11-16T09:00:00Z',
    },
  ],
  tickets: [],
  calls: [],
};

const speakers: Record<string, Speaker> = { 'a:': 'agent', 's:': 'supervisor' };

/** A conversation of these lines, "c:" said by the customer and "a:" by the agent. */
export function conversation(lines: readonly string[], given: Partial<Conversation> = {}) {
  const said = lines.map((line, index): Said => {
    const speaker = speakers[line.slice(0, 2)] ?? 'customer';
    const text = line.replace(/^[acs]: ?/u, '');
    return { segmentId: aSegmentId(), speaker, text, endMs: index * 1_000, sentiment: null };
  }) as [Said, ...Said[]];
  const known = { customerName: 'Ann Miller', record: undefined, orderNumber: undefined };
  return { said, ...known, isVerified: false, namedOrders: [], ...given };
}

/** A request about a late order. */
export function suggestRequest(given: Partial<SuggestRequest> = {}): SuggestRequest {
  return {
    conversation: conversation(['a: Hello, this is Alex.', 'c: My order 4521 is late.'], {
      record: annRecord,
      orderNumber: '4521',
    }),
    matches: [],
    offered: [],
    signal: new AbortController().signal,
    onDraft: () => undefined,
    ...given,
  };
}
