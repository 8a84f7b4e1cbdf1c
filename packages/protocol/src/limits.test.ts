import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import {
  callCustomerSchema,
  customerHitSchema,
  customerIdSchema,
  customerOrderSchema,
  customerSearchPageSchema,
  customerSearchQuerySchema,
  customerSummarySchema,
  customerTicketSchema,
  newCustomerSchema,
  orderNumberSchema,
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
  ratingRequestSchema,
  roomAccessSchema,
  startCallRequestSchema,
  suggestionDensityRequestSchema,
  wrapUpDraftSchema,
  wrapUpRequestSchema,
} from './http.ts';
import {
  callIdSchema,
  eventIdSchema,
  segmentIdSchema,
  suggestionIdSchema,
  userIdSchema,
} from './id-schema.ts';
import { suggestionOutcomeSchema } from './suggestion-schema.ts';
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
} from './test-support/wire-samples.ts';
import { wrapUpLineSchema } from './wrap-up-line.ts';

const x = (length: number) => 'x'.repeat(length);
const start = { name: 'Maria', contact: '1', consent: 'accepted', noticeVersion: '1' };
const message = { messageId: callView.callId, text: 'Hello' };
const ada = { name: 'Ada', email: 'ada@example.com', phone: '1' };
const [order] = customerRecord.orders;
const [ticket] = customerRecord.tickets;
const [call] = customerRecord.calls;
const access = { url: 'wss://rooms.example.org', token: 't', identity: 'i' };
const negatives = [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, '1'];
const fraction = [0.5, -1, 2 ** 53];
const email = (length: number) => `${x(length - '@example.com'.length)}@example.com`;

const line = { id: 'a', kind: 'promise', text: 'a', atMs: 0, fate: 'kept' };
const lines = (count: number, text: string) =>
  Array.from({ length: count }, () => ({ ...line, text }));
const noted = (notes: string) => ({ disposition: null, notes });

type Border = [field: string, z.ZodType, sample: object, taken: unknown[], refused: unknown[]];

/** The last value that is taken beside the first that is not. */
const borders: Border[] = [
  ['name', startCallRequestSchema, start, ['a', x(80)], ['', ' ', x(81), 'a\u200bb', '\ud800']],
  ['contact', startCallRequestSchema, start, ['a', x(120)], ['', x(121), 'a\nb']],
  ['noticeVersion', startCallRequestSchema, start, ['1', x(20)], ['', x(21)]],
  ['consent', startCallRequestSchema, start, ['accepted', 'declined'], ['', 'Accepted', true]],
  ['text', chatRequestSchema, message, ['a', x(2000)], ['', ' \n', x(2001), 'a\u0000', '\udc00']],
  ['messageId', chatRequestSchema, message, [], ['', '1', x(36)]],
  ['score', ratingRequestSchema, { score: 1 }, [1, 5], [0, 6, 2.5, '5']],
  ['comment', ratingRequestSchema, { score: 1 }, ['', x(2000)], [x(2001), 'a\u0007']],
  ['notes', wrapUpDraftSchema, { disposition: null }, ['', x(10_000)], [x(10_001), '\u0000']],
  ['notes', wrapUpRequestSchema, { disposition: 'other' }, [' a\n'], [x(10_001), '\u001b']],
  ['lines', wrapUpDraftSchema, noted(''), [[], lines(40, 'a')], [lines(41, 'a'), [{}], 'x']],
  ['lines', wrapUpDraftSchema, noted(x(8_950)), [lines(10, x(65))], [lines(10, x(66))]],
  ['text', wrapUpLineSchema, line, ['', 'a ', x(1_000), 'a\nb'], [x(1_001), 'a\u0000']],
  ['id', wrapUpLineSchema, line, ['a', x(120)], ['', x(121)]],
  ['atMs', wrapUpLineSchema, line, [0, null], negatives],
  [
    'disposition',
    wrapUpRequestSchema,
    { notes: '' },
    ['resolved', 'follow-up', 'a', x(40), null],
    ['', 'Resolved', '-a', 'a--b', x(41)],
  ],
  [
    'status',
    agentStatusRequestSchema,
    {},
    ['available', 'break', 'offline'],
    ['offered', 'on-call', 'wrap-up'],
  ],
  [
    'reason',
    agentStatusRequestSchema,
    { status: 'break' },
    [{ kind: 'lunch' }, { kind: 'other', note: x(60) }, undefined],
    [{ kind: 'no-answer' }, { kind: 'other', note: x(61) }, { kind: 'other', note: ' ' }, 'lunch'],
  ],
  ['reason', agentStatusRequestSchema, { status: 'offline' }, [undefined], [{ kind: 'lunch' }]],
  ['density', suggestionDensityRequestSchema, {}, ['all', 'important', 'none'], ['some', '']],
  ['how', suggestionOutcomeSchema, { outcome: 'accepted' }, ['chat', 'said'], ['', 'mail']],
  ['text', suggestionOutcomeSchema, { outcome: 'edited' }, ['a', x(2000)], ['', ' ', x(2001)]],
  ['outcome', suggestionOutcomeSchema, {}, ['dismissed', 'marked-wrong'], ['expired', 'edited']],
  ['lastSeq', heartbeatSchema, { status: 'active' }, [0, 1], negatives],
  ['url', roomAccessSchema, access, ['ws://127.0.0.1:7880'], ['', 'rooms', '/rooms']],
  [
    'status',
    callViewSchema,
    callView,
    ['queued', 'offered', 'active', 'wrap-up', 'closed', 'abandoned'],
    ['held', 'ended', ''],
  ],
  ['viewer', callViewSchema, callView, ['customer', 'agent', 'supervisor'], ['bot', 'admin']],
  ['queuedAt', callViewSchema, callView, ['2026-11-23T09:00:00+02:00'], ['', '2026-11-23T09:00']],
  ['position', customerStreamSchema, customerStream, [1], [0, ...negatives]],
  ['estimatedWaitMs', customerStreamSchema, customerStream, [0], negatives],
  ['agentsOnline', customerStreamSchema, customerStream, [0], negatives],
  [
    'status',
    agentStreamSchema,
    agentStream,
    ['offline', 'available', 'offered', 'on-call', 'wrap-up', 'break'],
    ['busy', ''],
  ],
  [
    'queue',
    agentStreamSchema,
    agentStream,
    [{ waiting: 0, longestWaitMs: 0 }],
    [
      { waiting: -1, longestWaitMs: 0 },
      { waiting: 0.5, longestWaitMs: 0 },
      { waiting: 0, longestWaitMs: 0.5 },
      { waiting: 0, longestWaitMs: -1 },
    ],
  ],
  [
    'offer',
    agentStreamSchema,
    agentStream,
    [{ ...agentStream.offer, waitedMs: 0, remainingMs: 0 }],
    [
      { ...agentStream.offer, waitedMs: -1 },
      { ...agentStream.offer, waitedMs: 0.5 },
      { ...agentStream.offer, remainingMs: 0.5 },
      { ...agentStream.offer, remainingMs: -1 },
      { ...agentStream.offer, callId: '1' },
    ],
  ],
  ['lastSeq', eventPageSchema, eventPage, [0], fraction],
  ['throughSeq', eventPageSchema, eventPage, [0], fraction],
  ['name', newCustomerSchema, ada, ['a', x(80)], ['', ' ', x(81), 'a\u202eb']],
  ['email', newCustomerSchema, ada, ['', email(60)], ['ada', 'a@b', 'a b@c.de', email(121)]],
  ['phone', newCustomerSchema, ada, ['', x(40)], [x(41)]],
  ['query', customerSearchQuerySchema, {}, ['ab', x(100)], ['a', ' a ', x(101), 'a\u0000b']],
  ['page', customerSearchQuerySchema, { query: 'ab' }, [1, '1000', 1000], [0, 1001, 1.5, 'one']],
  ['total', customerSearchPageSchema, searchPage, [0, 200], negatives],
  ['page', customerSearchPageSchema, searchPage, [1], [0, ...negatives]],
  ['pageSize', customerSearchPageSchema, searchPage, [1], [0, ...negatives]],
  [
    'status',
    customerSummarySchema,
    customerSummary,
    ['active', 'past-due', 'paused', 'closed'],
    ['open'],
  ],
  [
    'customerId',
    customerSummarySchema,
    customerSummary,
    ['!', '~', x(64)],
    ['', 'a b', 'ä', x(65)],
  ],
  [
    'status',
    customerOrderSchema,
    order ?? {},
    ['processing', 'shipped', 'delayed', 'delivered', 'returned', 'refunded', 'cancelled'],
    ['lost'],
  ],
  ['orderNumber', customerOrderSchema, order ?? {}, ['123', x(20).toUpperCase()], ['12', 'abc']],
  [
    'total',
    customerOrderSchema,
    order ?? {},
    [{ cents: -1, currency: 'EUR' }],
    [
      { cents: 0.5, currency: 'EUR' },
      { cents: 1, currency: 'EU' },
      { cents: 1, currency: 'EURO' },
    ],
  ],
  ['status', customerTicketSchema, ticket ?? {}, ['open', 'pending', 'closed'], ['solved']],
  ['durationMs', pastCallSchema, call ?? {}, [0], fraction],
  ['closedBy', pastCallSchema, call ?? {}, ['agent', 'system'], ['customer']],
  [
    'matched',
    customerHitSchema,
    customerHit,
    ['name', 'email', 'phone', 'order-number'],
    ['city', ''],
  ],
  ['linkedBy', callCustomerSchema, callCustomer, ['match', 'agent'], ['system']],
];

describe.each(borders)('%s', (field, schema, sample, taken, refused) => {
  const isTaken = (value: unknown) => schema.safeParse({ ...sample, [field]: value }).success;

  it.runIf(taken.length > 0).each(taken.map((value) => [value]))('may be %j', (value) => {
    expect(isTaken(value)).toBe(true);
  });

  it.each(refused.map((value) => [value]))('is never %j', (value) => {
    expect(isTaken(value)).toBe(false);
  });
});

describe('a text that is too long', () => {
  it('is refused by its length before anything else is looked at', () => {
    const { error } = chatRequestSchema.safeParse({ ...message, text: '\u0000'.repeat(3001) });
    expect(error?.issues.map(({ message: said }) => said)).toEqual([
      'A message can have at most 2,000 characters.',
    ]);
  });

  it('is taken when it is long by the spaces around it alone, up to a thousand', () => {
    const padded = (spaces: number) => `${' '.repeat(spaces)}${x(2000)}`;
    expect(chatRequestSchema.parse({ ...message, text: padded(1000) }).text).toBe(x(2000));
    expect(chatRequestSchema.safeParse({ ...message, text: padded(1001) }).success).toBe(false);
    expect(startCallRequestSchema.parse({ ...start, name: ` ${x(80)} ` }).name).toBe(x(80));
  });
});

it('trims what is typed, but for notes, which are a draft', () => {
  expect(ratingRequestSchema.parse({ score: 1, comment: ' ok\n' }).comment).toBe('ok');
  expect(suggestionOutcomeSchema.parse({ outcome: 'edited', text: ' ok ' })).toEqual({
    outcome: 'edited',
    text: 'ok',
  });
  expect(wrapUpDraftSchema.parse({ disposition: null, notes: ' ok ' }).notes).toBe(' ok ');
  expect(newCustomerSchema.parse({ name: ' Ada ', phone: ' 1 ' })).toMatchObject({
    name: 'Ada',
    phone: '1',
  });
});

it('names the field of a form that something is wrong with', () => {
  const { error } = wrapUpRequestSchema.safeParse({ disposition: 'other', notes: x(10_001) });
  expect(error?.issues.map(({ path, message: said }) => [path.join('.'), said])).toEqual([
    ['notes', 'Notes can have at most 10,000 characters.'],
  ]);
});

it('knows these refusals and no others', () => {
  const codes = apiErrorSchema.shape.error.shape.code.options;
  expect(codes.toSorted()).toEqual([
    'conflict',
    'forbidden',
    'internal',
    'invalid-input',
    'not-found',
    'not-signed-in',
    'too-large',
    'too-many-requests',
    'unavailable',
  ]);
});

it.each([
  ['a call', callIdSchema],
  ['an event', eventIdSchema],
  ['a segment', segmentIdSchema],
  ['a person', userIdSchema],
  ['a suggestion', suggestionIdSchema],
])('takes nothing but a UUID for the id of %s', (_name, schema) => {
  expect(schema.safeParse(callView.callId).success).toBe(true);
  for (const id of ['', 'room-1', `${callView.callId} `, callView.callId.slice(1), null, 7]) {
    expect(schema.safeParse(id).success).toBe(false);
  }
});

it('reads customers and orders by ids that are harmless in a log and an address', () => {
  for (const id of ['a b', 'a\nb', '', x(65), 'ä', 7]) {
    expect(customerIdSchema.safeParse(id).success).toBe(false);
  }
  for (const number of ['s-1234', 'S 1234', '12', 'A'.repeat(21), '12345\n']) {
    expect(orderNumberSchema.safeParse(number).success).toBe(false);
  }
  expect(orderNumberSchema.parse('S-20418')).toBe('S-20418');
});
