import {
  actors,
  dispositions,
  endReasons,
  gapReasons,
  modelStatuses,
  modelTroubles,
  speakers,
  suggestionDensities,
  suggestionExpiries,
  suggestionUses,
  transcriptionStatuses,
} from './closed-lists.ts';
import { CUSTOMER_ID, ORDER_NUMBER } from './directory-ids.ts';
import type { CallId, EventId } from './ids.ts';
import { readField, record } from './record-shape.ts';
import type { Actor, Audience } from './roles.ts';
import { sentimentFields } from './sentiment.ts';
import type { Shape, Shaped } from './shape.ts';
import { suggestionFields } from './suggestion.ts';
import {
  anything,
  flag,
  isoTime,
  matching,
  number,
  oneOf,
  orNull,
  text,
  textOf,
  uuid,
  wholeNumber,
} from './value-shape.ts';

const empty = record({});
const ofAgent = record({ agentId: uuid });
const ofSpeaker = record({ speaker: oneOf(speakers) });
const ofSuggestion = record({ suggestionId: uuid });
const customerId = matching(CUSTOMER_ID, 'the id of a customer');
const offsetMs = wholeNumber(0);

/**
 * Payload of each call event, by type. Times named `…Ms` are milliseconds since the call was
 * answered (`call.accepted`).
 */
export const callEventData = {
  'call.queued': record({ customerName: text, transcribed: flag }),
  'call.offered': ofAgent,
  'call.offer-declined': ofAgent,
  'call.offer-expired': ofAgent,
  'call.accepted': record({ agentId: uuid, agentName: text }),
  'call.abandoned': record({
    reason: oneOf(['customer-left', 'customer-lost']),
    waitedMs: offsetMs,
  }),
  'call.held': empty,
  'call.resumed': empty,
  'call.ended': record({ reason: oneOf(endReasons) }),
  'call.rated': record({ score: wholeNumber(1, 5), comment: text }),
  'call.wrapped-up': record({
    disposition: oneOf(dispositions),
    notes: text,
    wrapUpMs: offsetMs,
  }),
  'participant.joined': ofSpeaker,
  'participant.left': ofSpeaker,
  'segment.final': record({
    segmentId: uuid,
    speaker: oneOf(speakers),
    startMs: offsetMs,
    endMs: offsetMs,
    text: textOf(1),
    language: text,
    /** Mean log-probability of the tokens as the model reports it; null when it does not. */
    meanLogProbability: orNull(number()),
  }),
  'transcript.gap': record({
    speaker: oneOf(speakers),
    startMs: offsetMs,
    endMs: offsetMs,
    reason: oneOf(gapReasons),
  }),
  'transcription.changed': record({ status: oneOf(transcriptionStatuses), delayMs: offsetMs }),
  'chat.message': record({ messageId: uuid, from: oneOf(speakers), text: textOf(1) }),
  'suggestion.offered': record(suggestionFields),
  'suggestion.accepted': record({ suggestionId: uuid, how: oneOf(suggestionUses) }),
  'suggestion.edited': record({ suggestionId: uuid, text: textOf(1) }),
  'suggestion.dismissed': ofSuggestion,
  'suggestion.marked-wrong': ofSuggestion,
  'suggestion.expired': record({ suggestionId: uuid, reason: oneOf(suggestionExpiries) }),
  'suggestion.density-changed': record({ density: oneOf(suggestionDensities) }),
  /** `model` tells how the helper beside the playbook does. */
  'assist.changed': record({ model: oneOf(modelStatuses), reason: orNull(oneOf(modelTroubles)) }),
  /** A later one of the same segment takes the place of the former. */
  'sentiment.scored': record({
    ...sentimentFields,
    segmentId: uuid,
    source: oneOf(['lexicon', 'model']),
  }),
  'sentiment.alerted': record({
    segmentId: uuid,
    score: number(-1, 1),
    /** A calm sentence for the agent. */
    advice: textOf(1),
  }),
  'customer.linked': record({ customerId: orNull(customerId), by: oneOf(['match', 'agent']) }),
  /** Something said names an order of the directory. */
  'order.mentioned': record({
    segmentId: uuid,
    orderNumber: matching(ORDER_NUMBER, 'the number of an order'),
    /** Whose order it is. */
    customerId,
  }),
};

export type CallEventType = keyof typeof callEventData;
export type CallEventData<T extends CallEventType> = Shaped<(typeof callEventData)[T]>;

/** Types that only people with an account may see. Everything else is public to both sides. */
const staffOnly: ReadonlySet<CallEventType> = new Set([
  'call.offered',
  'call.offer-declined',
  'call.offer-expired',
  'call.wrapped-up',
  'call.rated',
  'suggestion.offered',
  'suggestion.accepted',
  'suggestion.edited',
  'suggestion.dismissed',
  'suggestion.marked-wrong',
  'suggestion.expired',
  'suggestion.density-changed',
  'assist.changed',
  'sentiment.scored',
  'sentiment.alerted',
  'customer.linked',
  'order.mentioned',
]);

/** Tells who an event of this type may be shown to. */
export function audienceOf(type: CallEventType): Audience {
  return staffOnly.has(type) ? 'staff' : 'public';
}

/** One entry of a call's append-only log. `seq` counts from 1 without holes within the call. */
export type CallEvent<T extends CallEventType = CallEventType> = {
  [K in T]: {
    eventId: EventId;
    callId: CallId;
    seq: number;
    /** ISO 8601 time of the server that stored the event. */
    at: string;
    actor: Actor;
    type: K;
    data: CallEventData<K>;
  };
}[T];

/** An event before the log has given it its call, `seq` and time. */
export type NewCallEvent<T extends CallEventType = CallEventType> = {
  [K in T]: Pick<CallEvent<K>, 'eventId' | 'actor' | 'type' | 'data'>;
}[T];

const types = Object.keys(callEventData) as CallEventType[];

const head = record({
  eventId: uuid,
  callId: uuid,
  seq: wholeNumber(1),
  at: isoTime,
  actor: oneOf(actors),
  type: oneOf(types),
  data: anything,
});

/** A stored event; the payload is read as its type has it. */
export const callEvent: Shape<CallEvent> = (value) => {
  const event = head(value);
  const data = readField(event, 'data', callEventData[event.type]);
  return { ...event, data } as CallEvent;
};

/**
 * An event on its way to a reader. `prevSeq` is the `seq` of the event before it that this reader
 * may see (0 for the first), so a reader notices a loss without seeing what is not for it.
 */
export interface CallEventEnvelope {
  event: CallEvent;
  prevSeq: number;
}
export const callEventEnvelope: Shape<CallEventEnvelope> = record({
  event: callEvent,
  prevSeq: wholeNumber(0),
});
