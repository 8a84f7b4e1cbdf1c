import * as v from 'valibot';
import {
  actors,
  deletionRules,
  endReasons,
  gapReasons,
  helpEndings,
  modelStatuses,
  modelTroubles,
  recordingLosses,
  requeueReasons,
  sides,
  speakers,
  suggestionDensities,
  suggestionExpiries,
  suggestionUses,
  transcriptionStatuses,
} from './closed-lists.ts';
import { customerId, orderNumber } from './directory-ids.ts';
import {
  type CallId,
  callId,
  type EventId,
  eventId,
  segmentId,
  suggestionId,
  userId,
} from './ids.ts';
import type { Actor, Audience } from './roles.ts';
import { sentiment } from './sentiment.ts';
import { suggestion } from './suggestion.ts';
import { isoTime, uuid, wholeNumber } from './values.ts';

const words = v.pipe(v.string(), v.nonEmpty());
const speaker = v.picklist(speakers);
const ofAgent = v.object({ agentId: userId });
const ofSide = v.object({ speaker: v.picklist(sides) });
const ofSuggestion = v.object({ suggestionId });
/** `v.object` alone takes an array for an object without fields. */
const empty = v.pipe(
  v.unknown(),
  v.check((value) => !Array.isArray(value)),
  v.object({}),
);

/**
 * Payload of each call event, by type. Times named `…Ms` are milliseconds since the call was
 * answered (the first `call.accepted`).
 */
export const callEventData = {
  'call.queued': v.object({
    customerName: v.string(),
    transcribed: v.boolean(),
    /** Whether the customer agreed to be recorded; missing in logs from before there were recordings. */
    recorded: v.optional(v.boolean()),
    /** Missing in logs from before there were several. */
    queue: v.optional(v.object({ id: v.string(), name: v.string() })),
  }),
  'call.offered': ofAgent,
  'call.offer-declined': ofAgent,
  'call.offer-expired': ofAgent,
  /** Customers get the first name alone, and no id. */
  'call.accepted': v.object({ agentId: v.optional(userId), agentName: v.string() }),
  /**
   * The agent had to leave: the call waits for another one, with its place. Holds and pauses of the
   * recording end with it.
   */
  'call.requeued': v.object({ reason: v.picklist(requeueReasons) }),
  'call.abandoned': v.object({
    reason: v.picklist(['customer-left', 'customer-lost']),
    /** Since the call was queued, or queued again, until the customer was gone. */
    waitedMs: wholeNumber,
  }),
  'call.held': empty,
  'call.resumed': empty,
  'call.ended': v.object({
    reason: v.picklist(endReasons),
    /** When the side that was lost was last seen; only of a side that was lost. */
    lostMs: v.optional(wholeNumber),
  }),
  'call.rated': v.object({
    score: v.pipe(wholeNumber, v.minValue(1), v.maxValue(5)),
    comment: v.string(),
  }),
  'call.wrapped-up': v.object({
    /** Names an outcome of the call's queue; null where the queue asks for none. */
    disposition: v.nullable(words),
    /** The lines of the draft that were left standing among them. */
    notes: v.string(),
    wrapUpMs: wholeNumber,
    /** What became of the lines of the draft; missing where the agent was shown none. */
    draft: v.optional(v.object({ kept: wholeNumber, edited: wholeNumber, removed: wholeNumber })),
  }),
  /** A model's words after the talk; all that they name was said in it. A later one takes the place. */
  'call.summarised': v.object({
    text: words,
    source: v.object({ kind: v.literal('model'), name: words }),
  }),
  'participant.joined': ofSide,
  'participant.left': ofSide,
  'segment.final': v.object({
    segmentId,
    speaker,
    startMs: wholeNumber,
    endMs: wholeNumber,
    text: words,
    language: v.string(),
    /** Mean log-probability of the tokens as the model reports it; null when it does not. */
    meanLogProbability: v.nullable(v.pipe(v.number(), v.finite())),
    /** Words of the trade that were misheard: `to` stands in the text from character `at` on (UTF-16) in the place of `from`. */
    corrections: v.optional(v.array(v.object({ from: words, to: words, at: wholeNumber }))),
  }),
  'transcript.gap': v.object({
    speaker,
    startMs: wholeNumber,
    endMs: wholeNumber,
    reason: v.picklist(gapReasons),
  }),
  'transcription.changed': v.object({
    status: v.picklist(transcriptionStatuses),
    delayMs: wholeNumber,
  }),
  /** A bot records from here on; once for each bot. */
  'recording.started': v.object({ fromMs: wholeNumber }),
  /** The agent leaves out what follows; it ends by itself after a while (actor `system`). */
  'recording.paused': empty,
  'recording.resumed': empty,
  'recording.lost': v.object({
    startMs: wholeNumber,
    endMs: wholeNumber,
    reason: v.picklist(recordingLosses),
  }),
  /** A card number was said: silent in both lanes. */
  'recording.masked': v.object({ startMs: wholeNumber, endMs: wholeNumber }),
  /** The sound is whole and stored. */
  'recording.ready': v.object({ durationMs: wholeNumber, bytes: wholeNumber }),
  'recording.deleted': v.object({ rule: v.picklist(deletionRules) }),
  'chat.message': v.object({ messageId: uuid, from: v.picklist(sides), text: words }),
  /** The agent asks the supervisors for help; the reason may be empty. One request at a time. */
  'help.requested': v.object({ helpId: uuid, reason: v.string() }),
  /** A supervisor sees to it. */
  'help.taken': v.object({ helpId: uuid, by: words }),
  /** That supervisor does not see to it any more; nobody does. */
  'help.released': v.object({ helpId: uuid }),
  'help.ended': v.object({ helpId: uuid, how: v.picklist(helpEndings) }),
  /** A supervisor writes to the agent, and to nobody else. */
  'coach.message': v.object({ messageId: uuid, from: words, text: words }),
  /** A supervisor can be heard by both sides from here on. Customers get the first name alone. */
  'supervisor.joined': v.object({ joinId: uuid, name: words }),
  'supervisor.left': v.object({ joinId: uuid }),
  /** A supervisor listens. Only where the queue's agents are told, and nowhere else. */
  'supervisor.listening': v.object({ monitorId: uuid, name: words }),
  'supervisor.stopped-listening': v.object({ monitorId: uuid }),
  'suggestion.offered': suggestion,
  'suggestion.accepted': v.object({ suggestionId, how: v.picklist(suggestionUses) }),
  'suggestion.edited': v.object({ suggestionId, text: words }),
  'suggestion.dismissed': ofSuggestion,
  'suggestion.marked-wrong': ofSuggestion,
  'suggestion.expired': v.object({ suggestionId, reason: v.picklist(suggestionExpiries) }),
  'suggestion.density-changed': v.object({ density: v.picklist(suggestionDensities) }),
  /** `model` tells how the helper beside the playbook does. */
  'assist.changed': v.object({
    model: v.picklist(modelStatuses),
    reason: v.nullable(v.picklist(modelTroubles)),
  }),
  /** A later one of the same segment takes the place of the former. */
  'sentiment.scored': v.object({
    ...sentiment.entries,
    segmentId,
    source: v.picklist(['lexicon', 'model']),
  }),
  'sentiment.alerted': v.object({
    segmentId,
    score: sentiment.entries.score,
    /** A calm sentence for the agent. */
    advice: words,
  }),
  'customer.linked': v.object({
    customerId: v.nullable(customerId),
    by: v.picklist(['match', 'agent']),
  }),
  /** Something said names an order of the directory. */
  'order.mentioned': v.object({
    segmentId,
    orderNumber,
    /** Whose order it is. */
    customerId,
  }),
};

/** Name of a kind of event: a noun, then what happened to it, with a dot between. */
export type CallEventType = keyof typeof callEventData;
/** Payload of the events of a type, without anything the type does not have. */
export type CallEventData<T extends CallEventType> = v.InferOutput<(typeof callEventData)[T]>;

/** Types that only people with an account may see. Everything else is public to both sides. */
const staffOnly: ReadonlySet<CallEventType> = new Set([
  'call.offered',
  'call.offer-declined',
  'call.offer-expired',
  'call.wrapped-up',
  'call.summarised',
  'call.rated',
  'help.requested',
  'help.taken',
  'help.released',
  'help.ended',
  'coach.message',
  'supervisor.listening',
  'supervisor.stopped-listening',
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
  'recording.masked',
  'recording.ready',
  'recording.deleted',
]);

/** Tells who an event of this type may be shown to. */
export function audienceOf(type: CallEventType): Audience {
  return staffOnly.has(type) ? 'staff' : 'public';
}

/**
 * One entry of a call's append-only log. `seq` counts from 1 without holes within the call; for a
 * customer it counts the public events alone, so that no number tells of what is not for it.
 */
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

const callEvents = types.map((type) =>
  v.object({
    eventId,
    callId,
    seq: v.pipe(wholeNumber, v.minValue(1)),
    at: isoTime,
    actor: v.picklist(actors),
    type: v.literal(type),
    data: callEventData[type],
  }),
);

/** A stored event; the payload is read as its type has it. */
export const callEvent = v.variant('type', callEvents) as v.GenericSchema<unknown, CallEvent>;

/**
 * An event on its way to a reader. `prevSeq` is the `seq` of the event before it that this reader
 * may see (0 for the first), so a reader notices a loss without seeing what is not for it.
 */
export const callEventEnvelope = v.object({ event: callEvent, prevSeq: wholeNumber });
/** An event with what lets its reader notice that one before it was lost. */
export type CallEventEnvelope = v.InferOutput<typeof callEventEnvelope>;
