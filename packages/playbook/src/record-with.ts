import {
  type CustomerOrder,
  type CustomerRecord,
  callIdSchema,
  customerIdSchema,
  type RecordFact,
} from '@agent/protocol';

const DAY_MS = 86_400_000;

/** The record of a customer of whom these facts are true and no others; undefined for `no-record`. */
export function recordWith(
  facts: readonly RecordFact[],
  nowMs: number,
): CustomerRecord | undefined {
  if (facts.includes('no-record')) return undefined;
  const has = (fact: RecordFact) => facts.includes(fact);
  const days = (count: number) => new Date(nowMs + count * DAY_MS).toISOString();
  const order = (orderNumber: string, change: Partial<CustomerOrder>): CustomerOrder => ({
    orderNumber,
    status: 'delivered',
    summary: 'Coffee machine',
    total: { cents: 12_900, currency: 'USD' },
    placedAt: days(-20),
    expectedAt: days(-15),
    ...change,
  });
  return {
    customerId: customerIdSchema.parse('labelled'),
    name: 'Anna Becker',
    email: 'anna@example.com',
    phone: null,
    status: has('past-due') ? 'past-due' : 'active',
    customerSince: days(has('loyal-customer') ? -2_200 : -90),
    lifetimeValue: { cents: 12_900, currency: 'USD' },
    orders: [
      ...(has('late-order') ? [order('4521', { status: 'delayed' })] : []),
      ...(has('order-on-the-way')
        ? [order('4600', { status: 'shipped', expectedAt: days(2) })]
        : []),
      ...(has('duplicate-payment')
        ? ['7001', '7002'].map((number) => order(number, { summary: 'Subscription' }))
        : []),
    ],
    tickets: has('open-ticket')
      ? [
          {
            ticketNumber: 'T-1',
            subject: 'Complaint',
            status: 'open',
            openedAt: days(-6),
            orderNumber: null,
          },
        ]
      : [],
    calls: has('called-recently')
      ? [
          {
            callId: callIdSchema.parse('00000000-0000-4000-8000-000000000001'),
            startedAt: days(-1),
            durationMs: 240_000,
            agentName: 'Daniel',
            disposition: null,
          },
        ]
      : [],
  };
}
