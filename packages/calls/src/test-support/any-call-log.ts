import type { Audience, CallEventEnvelope, CallEventType, DataMessage } from '@agent/protocol';
import { customerIdSchema } from '@agent/protocol';
import fc from 'fast-check';
import { draft, offered, scored } from './assist-events.ts';
import {
  agentId,
  type CallLog,
  callId,
  createLog,
  interim,
  segmentUuid,
  spoken,
  suggestionUuid,
  uuid,
} from './call-log.ts';

const side = fc.constantFrom('customer', 'agent');
const speaker = fc.constantFrom('customer', 'agent', 'supervisor');
const segmentNumber = fc.integer({ min: 100, max: 115 });
const startMs = fc.integer({ min: 0, max: 20 }).map((steps) => steps * 500);

type Append = (log: CallLog) => void;

const lifecycle = fc
  .constantFrom<CallEventType>(
    'call.queued',
    'call.offered',
    'call.offer-declined',
    'call.offer-expired',
    'call.accepted',
    'call.requeued',
    'call.abandoned',
    'call.held',
    'call.resumed',
    'call.ended',
    'call.rated',
    'call.wrapped-up',
    'call.summarised',
  )
  .map(
    (type): Append =>
      (log) =>
        log.append(type, lifecycleData[type] as never),
  );

const lifecycleData: Partial<Record<CallEventType, object>> = {
  'call.queued': {
    customerName: 'Maria Santos',
    transcribed: true,
    queue: { id: 'orders', name: 'Orders' },
  },
  'call.offered': { agentId },
  'call.offer-declined': { agentId },
  'call.offer-expired': { agentId },
  'call.accepted': { agentId, agentName: 'Alex' },
  'call.requeued': { reason: 'agent-left' },
  'call.abandoned': { reason: 'customer-left', waitedMs: 10 },
  'call.held': {},
  'call.resumed': {},
  'call.ended': { reason: 'system' },
  'call.rated': { score: 3, comment: '' },
  'call.wrapped-up': { disposition: 'other', notes: '', wrapUpMs: 10 },
  'call.summarised': {
    text: 'A lamp came broken.',
    source: { kind: 'model', name: 'a-model' },
  },
};

const words = fc.constantFrom('Okay.', 'It is broken.', "I'll send it. When? It cost $5.");

const final = fc.tuple(segmentNumber, startMs, speaker, words).map(
  ([id, start, side, text]): Append =>
    (log) =>
      log.append('segment.final', spoken(id, start, side, text)),
);

const gap = fc.tuple(startMs, speaker, fc.constantFrom('media-lost', 'bot-restarted')).map(
  ([start, side, reason]): Append =>
    (log) =>
      log.append('transcript.gap', { speaker: side, startMs: start, endMs: start + 700, reason }),
);

const recording = fc
  .constantFrom(
    ['recording.started', { fromMs: 0 }] as const,
    ['recording.paused', {}] as const,
    ['recording.resumed', {}] as const,
    ['recording.lost', { startMs: 0, endMs: 900, reason: 'unsettled' }] as const,
    ['recording.masked', { startMs: 500, endMs: 900 }] as const,
    ['recording.ready', { durationMs: 9_000, bytes: 30_000 }] as const,
    ['recording.deleted', { rule: 'retention' }] as const,
  )
  .map(
    ([type, data]): Append =>
      (log) =>
        log.append(type, data as never),
  );

const chat = fc.tuple(segmentNumber, side).map(
  ([id, from]): Append =>
    (log) =>
      log.append('chat.message', { messageId: uuid(id), from, text: 'hello' }),
);

const presence = fc.tuple(fc.constantFrom('participant.joined', 'participant.left'), side).map(
  ([type, one]): Append =>
    (log) =>
      log.append(type, { speaker: one }),
);

const transcription = fc.constantFrom('live', 'delayed', 'off').map(
  (status): Append =>
    (log) =>
      log.append('transcription.changed', { status, delayMs: 0 }),
);

const suggestionId = fc.integer({ min: 200, max: 205 }).map(suggestionUuid);

const suggestion = fc.tuple(suggestionId, fc.boolean()).map(
  ([id, important]): Append =>
    (log) =>
      log.append('suggestion.offered', offered(id, { important })),
);

const settlement = fc
  .tuple(
    suggestionId,
    fc.constantFrom(
      ['suggestion.accepted', { how: 'said' }] as const,
      ['suggestion.edited', { text: 'edited' }] as const,
      ['suggestion.dismissed', {}] as const,
      ['suggestion.marked-wrong', {}] as const,
      ['suggestion.expired', { reason: 'timed-out' }] as const,
    ),
  )
  .map(
    ([id, [type, data]]): Append =>
      (log) =>
        log.append(type, { suggestionId: id, ...data } as never),
  );

const assistance = fc
  .constantFrom(
    ['suggestion.density-changed', { density: 'none' }] as const,
    ['suggestion.density-changed', { density: 'all' }] as const,
    ['assist.changed', { model: 'off', reason: 'timeout' }] as const,
    [
      'sentiment.alerted',
      { segmentId: segmentUuid(100), score: -0.8, advice: 'Slow down.' },
    ] as const,
    ['customer.linked', { customerId: customerIdSchema.parse('c-1'), by: 'match' }] as const,
    [
      'order.mentioned',
      {
        segmentId: segmentUuid(100),
        orderNumber: '4521',
        customerId: customerIdSchema.parse('c-1'),
      },
    ] as const,
  )
  .map(
    ([type, data]): Append =>
      (log) =>
        log.append(type, data as never),
  );

const supervision = fc
  .constantFrom(
    ['help.requested', { helpId: uuid(300), reason: 'A refund' }] as const,
    ['help.taken', { helpId: uuid(300), by: 'Maria Ruiz' }] as const,
    ['help.ended', { helpId: uuid(300), how: 'done' }] as const,
    ['coach.message', { messageId: uuid(301), from: 'Maria Ruiz', text: 'Slow down.' }] as const,
    ['supervisor.joined', { joinId: uuid(302), name: 'Maria Ruiz' }] as const,
    ['supervisor.left', { joinId: uuid(302) }] as const,
    ['supervisor.listening', { monitorId: uuid(303), name: 'Maria Ruiz' }] as const,
    ['supervisor.stopped-listening', { monitorId: uuid(303) }] as const,
  )
  .map(
    ([type, data]): Append =>
      (log) =>
        log.append(type, data as never),
  );

const sentiment = fc.tuple(segmentNumber, fc.integer({ min: -10, max: 10 })).map(
  ([id, tenths]): Append =>
    (log) =>
      log.append('sentiment.scored', scored(id, tenths / 10)),
);

/** Any log at all, sensible or not, as one reader may see it. */
export const anyLog: fc.Arbitrary<CallEventEnvelope[]> = fc
  .tuple(
    fc.array(
      fc.oneof(
        ...[lifecycle, final, final, final, gap, chat, presence, transcription],
        ...[suggestion, settlement, assistance, sentiment, recording, supervision],
      ),
      { maxLength: 40 },
    ),
    fc.constantFrom<Audience>('public', 'staff'),
  )
  .map(([appends, audience]) => {
    const log = createLog();
    for (const append of appends) append(log);
    return log.envelopes(audience);
  });

const fleeting: fc.Arbitrary<DataMessage> = fc.oneof(
  fc.tuple(segmentNumber, startMs, speaker, fc.integer({ min: 1, max: 5 })).map(
    ([id, start, side, revision]): DataMessage => ({
      kind: 'interim',
      callId,
      segment: interim(id, start, { revision, speaker: side }),
    }),
  ),
  segmentNumber.map(
    (id): DataMessage => ({ kind: 'interim-withdrawn', callId, segmentId: segmentUuid(id) }),
  ),
  fc.nat(9000).map((delayMs): DataMessage => ({ kind: 'transcription-lag', callId, delayMs })),
  fc.tuple(suggestionId, fc.integer({ min: 1, max: 4 }), segmentNumber).map(
    ([id, revision, segment]): DataMessage => ({
      kind: 'suggestion-draft',
      callId,
      draft: draft(id, revision, segment),
    }),
  ),
  suggestionId.map(
    (id): DataMessage => ({ kind: 'suggestion-withdrawn', callId, suggestionId: id }),
  ),
);

/** A log and what a bad network makes of its messages: lost, doubled, shuffled, with interims. */
export const anyDelivery: fc.Arbitrary<{ log: CallEventEnvelope[]; messages: DataMessage[] }> =
  anyLog.chain((log) => {
    const events = log.map((envelope): DataMessage => ({ kind: 'event', callId, envelope }));
    const some = events.map((event) => fc.constant(event));
    const message = fc.oneof({ arbitrary: fleeting, weight: 1 + log.length }, ...some, ...some);
    return fc.record({ log: fc.constant(log), messages: fc.array(message, { maxLength: 80 }) });
  });
