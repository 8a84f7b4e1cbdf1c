import type { CustomerOrder, CustomerRecord, RecordFact } from '@agent/protocol';
import { aCallId } from '@agent/testing/ids';
import { expect, test } from 'vitest';
import { recordFacts } from './record-facts.ts';
import { recordWith } from './test-support/talk.ts';

const nowMs = Date.parse('2026-11-23T10:00:00Z');

function order(parts: Partial<CustomerOrder>): CustomerOrder {
  return {
    orderNumber: '4521',
    status: 'shipped',
    summary: 'Coffee machine',
    total: { cents: 12900, currency: 'USD' },
    placedAt: '2026-11-20T10:00:00Z',
    expectedAt: '2026-11-25T10:00:00Z',
    ...parts,
  };
}
const call = (startedAt: string): CustomerRecord['calls'][number] => ({
  callId: aCallId(),
  startedAt,
  durationMs: 60_000,
  agentName: null,
  disposition: null,
});
const ticket = {
  ticketNumber: 'T1',
  subject: 'Lamp',
  openedAt: '2026-11-20T10:00:00Z',
  orderNumber: null,
};
const paid = { status: 'delivered', expectedAt: null } as const;

test.each<[string, RecordFact[], Partial<CustomerRecord>]>([
  ['nothing special', [], {}],
  ['an order under way', ['order-on-the-way'], { orders: [order({})] }],
  [
    'a delayed order',
    ['late-order', 'order-on-the-way'],
    { orders: [order({ status: 'delayed' })] },
  ],
  [
    'an order past its date',
    ['late-order', 'order-on-the-way'],
    { orders: [order({ expectedAt: '2026-11-22T10:00:00Z' })] },
  ],
  ['a delivered order', [], { orders: [order({ ...paid, expectedAt: '2026-11-21T10:00:00Z' })] }],
  [
    'the same payment twice',
    ['duplicate-payment'],
    { orders: [order(paid), order({ ...paid, orderNumber: '4522' })] },
  ],
  [
    'a payment each month',
    [],
    { orders: [order(paid), order({ ...paid, placedAt: '2026-10-20T10:00:00Z' })] },
  ],
  [
    'a second payment that was refunded',
    [],
    { orders: [order(paid), order({ status: 'refunded', expectedAt: null })] },
  ],
  ['an open ticket', ['open-ticket'], { tickets: [{ ...ticket, status: 'open' }] }],
  ['a pending ticket', ['open-ticket'], { tickets: [{ ...ticket, status: 'pending' }] }],
  ['a closed ticket', [], { tickets: [{ ...ticket, status: 'closed' }] }],
  ['a missing payment', ['past-due'], { status: 'past-due' }],
  ['years of custom', ['loyal-customer'], { customerSince: '2024-11-01T00:00:00Z' }],
  ['much custom', ['loyal-customer'], { lifetimeValue: { cents: 100_000, currency: 'USD' } }],
  ['a call last week', ['called-recently'], { calls: [call('2026-11-16T10:00:00Z')] }],
  ['a call last month', [], { calls: [call('2026-10-16T10:00:00Z')] }],
])('sees %s', (_, facts, parts) => {
  expect([...recordFacts(recordWith(parts), undefined, nowMs)].sort()).toEqual(facts);
});

test('knows that there is no record', () => {
  expect([...recordFacts(undefined, undefined, nowMs)]).toEqual(['no-record']);
});

test('asks the order that is talked about, when it is one of theirs', () => {
  const record = recordWith({
    orders: [order({ status: 'delayed' }), order({ ...paid, orderNumber: '4600' })],
  });
  expect(recordFacts(record, '4600', nowMs).has('late-order')).toBe(false);
  expect(recordFacts(record, '4521', nowMs).has('late-order')).toBe(true);
  expect(recordFacts(record, '9999', nowMs).has('late-order')).toBe(true);
});
