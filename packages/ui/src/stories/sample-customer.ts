import type {
  CustomerHit,
  CustomerRecord,
  CustomerSummary,
} from '../customer-info-card/customer-types.ts';

const outcomeWords: Record<string, string> = {
  resolved: 'Resolved',
  'follow-up': 'To follow up',
  escalated: 'Handed over',
};

/** The moment the samples are seen: a Monday morning. */
export const sampleNowMs = Date.parse('2026-11-23T10:04:00Z');

/** A customer whose coffee machine is late, as the scripted call has it. */
export const sampleRecord: CustomerRecord = {
  customerId: 'c-maria',
  name: 'Maria Santos',
  email: 'maria.santos@example.org',
  phone: '+442079460958',
  status: 'active',
  customerSince: '2021-03-12T09:00:00Z',
  lifetimeValue: { cents: 128_450, currency: 'GBP' },
  orders: [
    order('4533', 'processing', 'Filter coffee, 3 × 1 kg', 5_400, '2026-11-21', '2026-11-26'),
    order('4521', 'delayed', 'Coffee machine “Aurora”', 24_900, '2026-11-12', '2026-11-17'),
    order('4402', 'delivered', 'Filter coffee, 3 × 1 kg', 5_400, '2026-10-21', '2026-10-24'),
    order('4290', 'refunded', 'Milk frother', 3_950, '2026-09-02', '2026-09-05'),
    order('4188', 'delivered', 'Filter coffee, 3 × 1 kg', 5_400, '2026-08-21', '2026-08-24'),
  ],
  tickets: [
    {
      ticketNumber: 'T-1042',
      subject: 'Where is my coffee machine?',
      status: 'open',
      openedAt: '2026-11-18T15:20:00Z',
      orderNumber: '4521',
    },
  ],
  calls: [
    call(
      '018f0000-0000-7000-8000-000000000001',
      '2026-11-18T15:05:00Z',
      372_000,
      'Aisha',
      'follow-up',
    ),
    call(
      '018f0000-0000-7000-8000-000000000002',
      '2026-09-04T11:40:00Z',
      204_000,
      'Daniel',
      'resolved',
    ),
  ],
};

/** A customer of yesterday: nothing but a name and an address. */
export const newCustomerRecord: CustomerRecord = {
  customerId: 'c-new',
  name: 'Jo Park',
  email: 'jo.park@example.org',
  phone: null,
  status: 'active',
  customerSince: '2026-11-22T09:00:00Z',
  lifetimeValue: { cents: 0, currency: 'GBP' },
  orders: [],
  tickets: [],
  calls: [],
};

/** Records that a caller named Maria may belong to. */
export const sampleCandidates: readonly CustomerSummary[] = [
  summary('c-maria', 'Maria Santos', 'maria.santos@example.org', '+442079460958', 'active'),
  summary('c-mariah', 'Mariah Santosh', 'm.santosh@example.com', null, 'past-due'),
  summary('c-mario', 'Mario Dos Santos', null, '+351213000111', 'closed'),
];

/** What a search for "santos" finds. */
export const sampleHits: readonly CustomerHit[] = [
  { customer: first(sampleCandidates), matched: 'name', orderNumber: null },
  ...sampleCandidates
    .slice(1)
    .map((customer): CustomerHit => ({ customer, matched: 'email', orderNumber: null })),
  {
    customer: summary('c-lee', 'Lee Ann', 'lee@example.org', null, 'paused'),
    matched: 'order-number',
    orderNumber: '4521',
  },
];

function order(
  orderNumber: string,
  status: CustomerRecord['orders'][number]['status'],
  what: string,
  cents: number,
  placedOn: string,
  expectedOn: string,
): CustomerRecord['orders'][number] {
  return {
    orderNumber,
    status,
    summary: what,
    total: { cents, currency: 'GBP' },
    placedAt: `${placedOn}T08:30:00Z`,
    expectedAt: `${expectedOn}T17:00:00Z`,
  };
}

function call(
  callId: string,
  startedAt: string,
  durationMs: number,
  agentName: string,
  disposition: CustomerRecord['calls'][number]['disposition'],
): CustomerRecord['calls'][number] {
  const outcomeLabel = disposition && outcomeWords[disposition];
  return { callId, startedAt, durationMs, agentName, disposition, outcomeLabel };
}

function summary(
  customerId: string,
  name: string,
  email: string | null,
  phone: string | null,
  status: CustomerSummary['status'],
): CustomerSummary {
  return { customerId, name, email, phone, status };
}

function first<T>(list: readonly T[]): T {
  const [item] = list;
  if (item === undefined) throw new Error('The list is empty.');
  return item;
}
