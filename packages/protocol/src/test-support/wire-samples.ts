import { queueIdSchema } from '../admin/queue.ts';
import type { CustomerHit, CustomerRecord, CustomerSummary } from '../customer.ts';
import {
  type CallCustomer,
  type CustomerSearchPage,
  customerIdSchema,
} from '../customer-schema.ts';
import type { EventPage } from '../event-page.ts';
import type { AgentStreamState, CallView, CustomerStreamState } from '../http.ts';
import { callIdSchema, eventIdSchema } from '../id-schema.ts';
import type { WrapUpLine } from '../wrap-up-line.ts';

const callId = callIdSchema.parse('0193d5d2-8a4e-4a3e-9c39-0d3c4f6f1a10');
const at = '2026-11-23T09:00:00.000Z';

/** A line of a draft that the agent has changed. */
export const wrapUpLine: WrapUpLine = {
  id: 'promise:1',
  kind: 'promise',
  text: 'I have sent the refund.',
  atMs: 62_000,
  fate: 'edited',
};

/** A call in wrap-up as its agent sees it, with a value in every field. */
export const callView: CallView = {
  callId,
  queue: { id: queueIdSchema.parse('main'), name: 'Main' },
  status: 'wrap-up',
  viewer: 'agent',
  customerName: 'Maria Santos',
  contact: 'maria@example.org',
  agentName: 'Alex Agent',
  transcribed: true,
  recorded: true,
  queuedAt: at,
  answeredAt: at,
  waitsAgainSince: null,
  endedAt: at,
  rated: false,
  wrapUp: {
    ...{ disposition: 'resolved', notes: 'Refunded.', lines: [wrapUpLine] },
    outcomes: [{ id: 'resolved', label: 'Resolved', resolves: true }],
    outcomeRequired: true,
  },
};

/** A customer who waits. */
export const customerStream: CustomerStreamState = {
  call: callView,
  position: 2,
  estimatedWaitMs: 30_000,
  agentsOnline: 3,
};

/** An agent with everything that a desk can show at once. */
export const agentStream: AgentStreamState = {
  status: 'offered',
  statusSince: at,
  nextStatus: 'break',
  breakReason: { kind: 'other', note: 'Dentist' },
  queues: [callView.queue],
  queue: { waiting: 1, longestWaitMs: 12_000 },
  offer: {
    callId,
    queue: callView.queue,
    customerName: 'Maria Santos',
    waitedMs: 12_000,
    expiresAt: at,
    remainingMs: 20_000,
    transcribed: true,
    answeredBefore: false,
  },
  call: callView,
  suggestionDensity: 'all',
  closedInAbsence: { callId, customerName: 'Sam Lee', closedAt: at },
};

/** A customer in a list. */
export const customerSummary: CustomerSummary = {
  customerId: customerIdSchema.parse('maria'),
  name: 'Maria Santos',
  email: 'maria@example.org',
  phone: '+15550100',
  status: 'active',
};

/** A record with one of everything. */
export const customerRecord: CustomerRecord = {
  ...customerSummary,
  customerSince: at,
  lifetimeValue: { cents: 128_450, currency: 'EUR' },
  orders: [
    {
      orderNumber: '4521',
      status: 'delayed',
      summary: 'Espresso machine',
      total: { cents: 34_900, currency: 'EUR' },
      placedAt: at,
      expectedAt: at,
    },
  ],
  tickets: [
    { ticketNumber: 'T-1', subject: 'Late', status: 'open', openedAt: at, orderNumber: '4521' },
  ],
  calls: [
    {
      callId,
      startedAt: at,
      durationMs: 240_000,
      agentName: 'Alex Agent',
      disposition: 'resolved',
      outcomeLabel: 'Resolved',
      closedBy: 'agent',
    },
  ],
};

/** What a search found by an order. */
export const customerHit: CustomerHit = {
  customer: customerSummary,
  matched: 'order-number',
  orderNumber: '4521',
};

/** A page with one hit. */
export const searchPage: CustomerSearchPage = {
  hits: [customerHit],
  total: 21,
  page: 2,
  pageSize: 20,
};

/** Whose record belongs to a call. */
export const callCustomer: CallCustomer = {
  linkedBy: 'match',
  record: customerRecord,
  candidates: [customerSummary],
};

/** A page of a log. */
export const eventPage: EventPage = {
  envelopes: [
    {
      event: {
        eventId: eventIdSchema.parse(callId),
        callId,
        seq: 4,
        at,
        actor: 'bot',
        type: 'transcription.changed',
        data: { status: 'delayed', delayMs: 4_000 },
      },
      prevSeq: 3,
    },
  ],
  lastSeq: 9,
  throughSeq: 6,
};
