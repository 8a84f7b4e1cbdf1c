import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import {
  callCustomerSchema,
  customerHitSchema,
  customerOrderSchema,
  customerRecordSchema,
  customerSearchPageSchema,
  customerSummarySchema,
  customerTicketSchema,
  linkCustomerRequestSchema,
  newCustomerSchema,
  pastCallSchema,
} from './customer-schema.ts';
import {
  agentStatusRequestSchema,
  agentStreamSchema,
  apiErrorSchema,
  callViewSchema,
  chatRequestSchema,
  customerStreamSchema,
  eventPageSchema,
  heartbeatSchema,
  holdRequestSchema,
  ratingRequestSchema,
  recordingPauseRequestSchema,
  roomAccessSchema,
  startCallRequestSchema,
  suggestionDensityRequestSchema,
  wrapUpDraftSchema,
  wrapUpRequestSchema,
} from './http.ts';
import { suggestionOutcomeSchema } from './suggestion-schema.ts';
import { stillTaken } from './test-support/spoilt.ts';
import {
  agentStream,
  callCustomer,
  callView,
  customerHit,
  customerRecord,
  customerStream,
  customerSummary,
  eventPage,
  searchPage,
  wrapUpLine,
} from './test-support/wire-samples.ts';

/** A schema, a value with something in every field, and which of them may be missing or null. */
interface Shape {
  schema: z.ZodType;
  sample: unknown;
  leftOut?: readonly string[];
  null?: readonly string[];
}

const ofView = ['contact', 'agentName', 'answeredAt', 'endedAt', 'wrapUp'];
const ofWrapUp = ['disposition', 'lines.0.atMs'];
const ofAgentView = [...ofView, ...ofWrapUp.map((field) => `wrapUp.${field}`)];
const sentToNewDesks = ['nextStatus', 'breakReason', 'closedInAbsence'] as const;
const inCall = ofAgentView.map((field) => `call.${field}`);
const ofSummary = ['email', 'phone'];
const ofRecord = [
  ...ofSummary,
  'orders.0.expectedAt',
  'tickets.0.orderNumber',
  'calls.0.agentName',
  'calls.0.disposition',
  'calls.0.outcomeLabel',
  'calls.0.closedBy',
];
const [order] = customerRecord.orders;
const [ticket] = customerRecord.tickets;
const [call] = customerRecord.calls;
const messageId = callView.callId;

const shapes: Readonly<Record<string, Shape>> = {
  'a call as one side sees it': { schema: callViewSchema, sample: callView, null: ofAgentView },
  "a waiting customer's stream": {
    schema: customerStreamSchema,
    sample: customerStream,
    null: [...inCall, 'position', 'estimatedWaitMs'],
  },
  "an agent's stream": {
    schema: agentStreamSchema,
    sample: agentStream,
    leftOut: [...sentToNewDesks],
    null: ['queue.longestWaitMs', 'offer', 'call', ...inCall, ...sentToNewDesks],
  },
  'what a browser needs to join': {
    schema: roomAccessSchema,
    sample: { url: 'wss://rooms.example.org', token: 't', identity: 'i' },
  },
  'a page of a log': { schema: eventPageSchema, sample: eventPage, leftOut: ['throughSeq'] },
  'a heartbeat': { schema: heartbeatSchema, sample: { status: 'active', lastSeq: 0 } },
  'a refusal': {
    schema: apiErrorSchema,
    sample: { error: { code: 'invalid-input', message: 'No.', fields: { name: 'Enter it.' } } },
    leftOut: ['error.fields', 'error.fields.name'],
  },
  'a request to be connected': {
    schema: startCallRequestSchema,
    sample: {
      ...{ name: 'Maria', contact: 'maria@x.org', noticeVersion: '1' },
      ...{ consent: 'accepted', recording: 'accepted', queue: 'main' },
    },
    leftOut: ['recording', 'queue'],
  },
  'a chat message': { schema: chatRequestSchema, sample: { messageId, text: 'Hello' } },
  'a hold': { schema: holdRequestSchema, sample: { held: true } },
  'a request to pause the recording': {
    schema: recordingPauseRequestSchema,
    sample: { paused: true },
  },
  'a rating': {
    schema: ratingRequestSchema,
    sample: { score: 5, comment: 'Thanks' },
    leftOut: ['comment'],
  },
  'a draft of a wrap-up': {
    schema: wrapUpDraftSchema,
    sample: { disposition: 'other', notes: 'n', lines: [wrapUpLine] },
    leftOut: ['lines'],
    null: ofWrapUp,
  },
  'a finished wrap-up': {
    schema: wrapUpRequestSchema,
    sample: { disposition: 'escalated', notes: '', lines: [wrapUpLine] },
    leftOut: ['lines'],
    null: ofWrapUp,
  },
  'a choice of status': {
    schema: agentStatusRequestSchema,
    sample: { status: 'break', reason: { kind: 'other', note: 'Dentist' } },
    leftOut: ['reason', 'reason.note'],
  },
  'a choice of density': {
    schema: suggestionDensityRequestSchema,
    sample: { density: 'important' },
  },
  'a suggestion that was used': {
    schema: suggestionOutcomeSchema,
    sample: { outcome: 'accepted', how: 'said' },
  },
  'a suggestion that was changed': {
    schema: suggestionOutcomeSchema,
    sample: { outcome: 'edited', text: 'Better so.' },
  },
  'a suggestion that was not used': {
    schema: suggestionOutcomeSchema,
    sample: { outcome: 'dismissed' },
  },
  'a suggestion that is wrong': {
    schema: suggestionOutcomeSchema,
    sample: { outcome: 'marked-wrong' },
  },
  'a customer in a list': {
    schema: customerSummarySchema,
    sample: customerSummary,
    null: ofSummary,
  },
  'an order': { schema: customerOrderSchema, sample: order, null: ['expectedAt'] },
  'a ticket': { schema: customerTicketSchema, sample: ticket, null: ['orderNumber'] },
  'a call before': {
    schema: pastCallSchema,
    sample: call,
    leftOut: ['outcomeLabel', 'closedBy'],
    null: ['agentName', 'disposition', 'outcomeLabel', 'closedBy'],
  },
  "a customer's record": {
    schema: customerRecordSchema,
    sample: customerRecord,
    leftOut: ['calls.0.outcomeLabel', 'calls.0.closedBy'],
    null: ofRecord,
  },
  'what a search matched': {
    schema: customerHitSchema,
    sample: customerHit,
    null: [...ofSummary.map((field) => `customer.${field}`), 'orderNumber'],
  },
  'a page of a search': {
    schema: customerSearchPageSchema,
    sample: searchPage,
    null: ['hits.0.customer.email', 'hits.0.customer.phone', 'hits.0.orderNumber'],
  },
  'a new customer': {
    schema: newCustomerSchema,
    sample: { name: 'Ada', email: 'ada@example.com', phone: '1' },
    leftOut: ['email', 'phone'],
  },
  'a link to a customer': {
    schema: linkCustomerRequestSchema,
    sample: { customerId: 'maria' },
    null: ['customerId'],
  },
  "the stream of a call's customer": {
    schema: callCustomerSchema,
    sample: callCustomer,
    leftOut: ['record.calls.0.outcomeLabel', 'record.calls.0.closedBy'],
    null: [
      'linkedBy',
      'record',
      ...ofRecord.map((field) => `record.${field}`),
      ...ofSummary.map((field) => `candidates.0.${field}`),
    ],
  },
};

describe.each(Object.entries(shapes))('%s', (_name, shape) => {
  const { schema, sample } = shape;
  const isTaken = (value: unknown) => schema.safeParse(value).success;

  it('comes out of JSON as it went in', () => {
    expect(schema.parse(JSON.parse(JSON.stringify(sample)))).toEqual(sample);
  });

  it('is refused without a field, or with null in its place, but where that means something', () => {
    expect(stillTaken(isTaken, sample, 'leftOut').toSorted()).toEqual(sorted(shape.leftOut));
    expect(stillTaken(isTaken, sample, 'null').toSorted()).toEqual(sorted(shape.null));
  });

  it('is refused with an object or a list in the place of a value', () => {
    expect(stillTaken(isTaken, sample, 'object')).toEqual([]);
    expect(stillTaken(isTaken, sample, 'list')).toEqual([]);
  });

  it('loses what is not part of it', () => {
    const more = { ...(sample as object), note: 'secret' };
    expect(schema.parse(more)).toEqual(sample);
  });

  it('is never anything that is no object', () => {
    for (const value of [null, undefined, 7, '', 'text', [], [sample], true]) {
      expect(isTaken(value)).toBe(false);
    }
  });
});

function sorted(paths: readonly string[] = []): string[] {
  return paths.toSorted();
}
