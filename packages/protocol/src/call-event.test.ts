import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  audienceOf,
  type CallEventType,
  callEvent,
  callEventData,
  callEventEnvelope,
} from './call-event.ts';
import { callEventEnvelopeSchema, callEventSchema } from './call-event-schema.ts';
import {
  actors,
  endReasons,
  gapReasons,
  helpEndings,
  modelStatuses,
  modelTroubles,
  sentimentLabels,
  sides,
  speakers,
  suggestionActions,
  suggestionDensities,
  suggestionExpiries,
  suggestionUses,
  transcriptionStatuses,
} from './closed-lists.ts';
import { eventSamples as samples, storedEvent as stored } from './test-support/event-samples.ts';

test('every type has a sample here and comes through as it is', () => {
  expect(Object.keys(samples).toSorted()).toEqual(Object.keys(callEventData).toSorted());
  for (const [type, data] of Object.entries(samples)) {
    const event = stored(type, data);
    expect(v.parse(callEvent, event), type).toEqual(event);
    expect(callEventSchema.parse(event), type).toEqual(event);
  }
});

test('a payload without one of its fields, or with null or an object in its place, is refused', () => {
  const nullable = ['meanLogProbability', 'reason', 'customerId', 'disposition'];
  // Customers do not get it.
  const leftOut = ['call.accepted without agentId', 'call.wrapped-up without draft'];
  for (const [type, data] of Object.entries(samples)) {
    for (const field of Object.keys(data)) {
      const { [field]: _, ...without } = data as Record<string, unknown>;
      const what = `${type} without ${field}`;
      expect(v.is(callEvent, stored(type, without)), what).toBe(leftOut.includes(what));
      for (const instead of [{}, [], ...(nullable.includes(field) ? [] : [null])]) {
        const spoilt = stored(type, { ...data, [field]: instead });
        expect(v.is(callEvent, spoilt), `${type} with ${field} spoilt`).toBe(false);
      }
    }
  }
});

test('no payload passes for another type unless it fits it', () => {
  for (const type of Object.keys(samples) as CallEventType[]) {
    for (const data of Object.values(samples)) {
      const isOfType = v.is(callEventData[type], data);
      expect(v.is(callEvent, stored(type, data))).toBe(isOfType);
      expect(callEventSchema.safeParse(stored(type, data)).success).toBe(isOfType);
    }
  }
});

test('fields that are not part of a payload do not get through', () => {
  for (const data of ['{ "note": "secret" }', '{ "__proto__": { "note": "secret" } }']) {
    const event = callEventSchema.parse(stored('call.held', JSON.parse(data)));
    expect(Object.getOwnPropertyNames(event.data)).toEqual([]);
    expect(event.data).not.toHaveProperty('note');
  }
});

test('an issue in a payload names its place', () => {
  const result = callEventSchema.safeParse(stored('call.rated', { score: 6, comment: '' }));
  expect(result.error?.issues.map(({ path }) => path.join('.'))).toEqual(['data.score']);
});

test('no issue quotes what a payload holds', () => {
  const said = 'my card is 4111';
  for (const [type, data] of Object.entries(samples)) {
    const fields = Object.keys(data);
    const spoilt = Object.fromEntries(fields.map((field) => [field, said]));
    const { error } = callEventSchema.safeParse(stored(type, fields.length > 0 ? spoilt : said));
    expect(error?.issues.length, type).toBeGreaterThan(0);
    expect(error?.message, type).not.toContain(said);
  }
});

test('unknown types, missing payloads and bad numbers are refused', () => {
  const refused = [
    ...['call.teleported', 'toString', '__proto__', 'constructor', null, 7].map((type) =>
      stored(type, {}),
    ),
    stored('call.rated', undefined),
    stored('call.held', []),
    stored('call.held', 'text'),
    { ...stored('call.held', {}), seq: 0 },
    { ...stored('call.held', {}), seq: 1.5 },
    { ...stored('call.held', {}), at: 'yesterday' },
    { ...stored('call.held', {}), callId: 'room-1' },
    { ...stored('call.held', {}), actor: 'visitor' },
    stored('segment.final', { ...samples['segment.final'], text: '' }),
    stored('segment.final', { ...samples['segment.final'], startMs: -1 }),
    null,
    [],
  ];
  for (const event of refused) {
    expect(v.is(callEvent, event)).toBe(false);
    expect(callEventSchema.safeParse(event).success).toBe(false);
  }
});

test('words of a suggestion are trimmed', () => {
  const suggestion = { ...samples['suggestion.offered'], suggestion: ' Offer express. ' };
  const { data } = v.parse(callEvent, stored('suggestion.offered', suggestion));
  expect(data).toMatchObject({ suggestion: 'Offer express.' });
});

test('an envelope names the event before, or 0', () => {
  const event = stored('call.held', {});
  expect(v.parse(callEventEnvelope, { event, prevSeq: 0 })).toEqual({ event, prevSeq: 0 });
  expect(callEventEnvelopeSchema.parse({ event, prevSeq: 0 })).toEqual({ event, prevSeq: 0 });
  expect(callEventEnvelopeSchema.safeParse({ event, prevSeq: -1 }).success).toBe(false);
  expect(callEventEnvelopeSchema.safeParse({ event }).success).toBe(false);
});

test('what agents do with offers, ratings and wrap-up is not for customers; the rest is', () => {
  const staff = (Object.keys(samples) as CallEventType[]).filter((type) => {
    return audienceOf(type) === 'staff';
  });
  expect(staff.toSorted()).toEqual([
    'assist.changed',
    'call.offer-declined',
    'call.offer-expired',
    'call.offered',
    'call.rated',
    'call.summarised',
    'call.wrapped-up',
    'coach.message',
    'customer.linked',
    'help.ended',
    'help.released',
    'help.requested',
    'help.taken',
    'order.mentioned',
    'recording.deleted',
    'recording.masked',
    'recording.ready',
    'sentiment.alerted',
    'sentiment.scored',
    'suggestion.accepted',
    'suggestion.density-changed',
    'suggestion.dismissed',
    'suggestion.edited',
    'suggestion.expired',
    'suggestion.marked-wrong',
    'suggestion.offered',
    'supervisor.listening',
    'supervisor.stopped-listening',
  ]);
});

/** Words that events hold which were stored once: a list may grow, and no word of it ever goes. */
const storedWords: [
  CallEventType,
  field: string,
  words: readonly string[],
  list: readonly string[],
][] = [
  ['participant.joined', 'speaker', ['customer', 'agent'], sides],
  ['participant.left', 'speaker', ['customer', 'agent'], sides],
  ['segment.final', 'speaker', ['customer', 'agent', 'supervisor'], speakers],
  ['chat.message', 'from', ['customer', 'agent'], sides],
  ['help.ended', 'how', ['done', 'withdrawn', 'call-over'], helpEndings],
  ['call.requeued', 'reason', ['agent-left'], []],
  ['call.abandoned', 'reason', ['customer-left', 'customer-lost'], []],
  [
    'call.ended',
    'reason',
    ['customer-hung-up', 'agent-hung-up', 'customer-lost', 'agent-lost', 'system'],
    endReasons,
  ],
  [
    'transcript.gap',
    'reason',
    [
      ...['bot-restarted', 'buffer-full', 'transcriber-failed', 'media-lost'],
      ...['pipeline-failed', 'not-stored'],
    ],
    gapReasons,
  ],
  ['transcription.changed', 'status', ['live', 'delayed', 'off'], transcriptionStatuses],
  [
    'suggestion.offered',
    'action',
    [
      ...['ask_question', 'offer_solution', 'offer_refund', 'offer_retention', 'explain'],
      ...['empathise', 'verify_identity', 'protect_data', 'escalate', 'close_call'],
    ],
    suggestionActions,
  ],
  ['suggestion.accepted', 'how', ['chat', 'said'], suggestionUses],
  [
    'suggestion.expired',
    'reason',
    ['moved-on', 'said', 'replaced', 'crowded-out', 'timed-out'],
    suggestionExpiries,
  ],
  ['suggestion.density-changed', 'density', ['all', 'important', 'none'], suggestionDensities],
  ['assist.changed', 'model', ['none', 'ready', 'late', 'off'], modelStatuses],
  [
    'assist.changed',
    'reason',
    [
      ...['timeout', 'rate-limited', 'quota-exhausted', 'unauthorised', 'unavailable'],
      'malformed-answer',
    ],
    modelTroubles,
  ],
  ['sentiment.scored', 'label', ['negative', 'neutral', 'positive'], sentimentLabels],
  ['sentiment.scored', 'source', ['lexicon', 'model'], []],
  ['customer.linked', 'by', ['match', 'agent'], []],
];

test.each(storedWords)(
  '%s is read with every word that %s has ever had',
  (type, field, words, list) => {
    for (const word of [...words, ...list]) {
      expect(v.is(callEvent, stored(type, { ...samples[type], [field]: word })), word).toBe(true);
    }
    const other = stored(type, { ...samples[type], [field]: 'something-else' });
    expect(v.is(callEvent, other)).toBe(false);
  },
);

test('each of those who cause events is read', () => {
  expect(actors).toEqual(expect.arrayContaining(['customer', 'agent', 'bot', 'system']));
  for (const actor of actors) {
    expect(v.is(callEvent, { ...stored('call.held', {}), actor })).toBe(true);
  }
});

test.each<[CallEventType, object]>([
  ['segment.final', { meanLogProbability: -0.2 }],
  ['assist.changed', { model: 'ready', reason: null }],
  ['customer.linked', { customerId: null }],
  ['call.ended', { reason: 'customer-lost', lostMs: 4_000 }],
  ['call.accepted', { agentId: undefined }],
  ['suggestion.offered', { source: { kind: 'model', name: 'm', cardId: null } }],
  ['suggestion.offered', { source: { kind: 'generic', name: 'g', cardId: null } }],
])('%s may hold %j', (type, part) => {
  const event = stored(type, { ...samples[type], ...part });
  expect(v.parse(callEvent, event)).toEqual(event);
});

test.each<[CallEventType, object]>([
  ['call.rated', { score: 0 }],
  ['call.rated', { score: 6 }],
  ['call.abandoned', { waitedMs: -1 }],
  ['call.ended', { lostMs: -1 }],
  ['call.ended', { lostMs: null }],
  ['chat.message', { text: '' }],
  ['segment.final', { meanLogProbability: Number.NEGATIVE_INFINITY }],
  ['suggestion.edited', { text: '' }],
  ['suggestion.offered', { suggestion: ' ' }],
  ['suggestion.offered', { suggestion: 'x'.repeat(601) }],
  ['suggestion.offered', { reasoning: 'x'.repeat(601) }],
  ['suggestion.offered', { confidence: 1.01 }],
  ['suggestion.offered', { confidence: -0.01 }],
  ['suggestion.offered', { source: { kind: 'playbook', name: '', cardId: null } }],
  ['suggestion.offered', { source: { kind: 'playbook', name: 'x'.repeat(121), cardId: null } }],
  ['suggestion.offered', { source: { kind: 'human', name: 'n', cardId: null } }],
  ['sentiment.alerted', { score: -1.01 }],
  ['sentiment.alerted', { advice: '' }],
  ['order.mentioned', { orderNumber: 'order 4521' }],
  ['order.mentioned', { customerId: null }],
])('%s never holds %j', (type, part) => {
  expect(v.is(callEvent, stored(type, { ...samples[type], ...part }))).toBe(false);
});

test('words at their longest come through', () => {
  const longest = {
    suggestion: '😀'.repeat(600),
    reasoning: 'x'.repeat(600),
    source: { kind: 'playbook', name: 'x'.repeat(120), cardId: 'c' },
    confidence: 1,
  };
  const event = stored('suggestion.offered', { ...samples['suggestion.offered'], ...longest });
  expect(v.parse(callEvent, event)).toEqual(event);
});
