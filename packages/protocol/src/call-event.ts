import * as z from 'zod';
import { customerIdSchema, orderNumberSchema } from './customer.ts';
import { callIdSchema, eventIdSchema, segmentIdSchema, userIdSchema } from './ids.ts';
import { type Audience, actorSchema, speakerSchema } from './roles.ts';
import { sentimentSchema } from './sentiment.ts';
import { dispositionSchema, endReasonSchema, transcriptionStatusSchema } from './statuses.ts';
import {
  modelStatusSchema,
  modelTroubleSchema,
  suggestionDensitySchema,
  suggestionExpirySchema,
  suggestionIdSchema,
  suggestionSchema,
} from './suggestion.ts';

const empty = z.object({});
const offsetMs = z.number().int().min(0);

/**
 * Payload of each call event, by type. Times named `…Ms` are milliseconds since the call was
 * answered (`call.accepted`).
 */
export const callEventData = {
  'call.queued': z.object({ customerName: z.string(), transcribed: z.boolean() }),
  'call.offered': z.object({ agentId: userIdSchema }),
  'call.offer-declined': z.object({ agentId: userIdSchema }),
  'call.offer-expired': z.object({ agentId: userIdSchema }),
  'call.accepted': z.object({ agentId: userIdSchema, agentName: z.string() }),
  'call.abandoned': z.object({
    reason: z.enum(['customer-left', 'customer-lost']),
    waitedMs: offsetMs,
  }),
  'call.held': empty,
  'call.resumed': empty,
  'call.ended': z.object({ reason: endReasonSchema }),
  'call.rated': z.object({ score: z.number().int().min(1).max(5), comment: z.string() }),
  'call.wrapped-up': z.object({
    disposition: dispositionSchema,
    notes: z.string(),
    wrapUpMs: offsetMs,
  }),
  'participant.joined': z.object({ speaker: speakerSchema }),
  'participant.left': z.object({ speaker: speakerSchema }),
  'segment.final': z.object({
    segmentId: segmentIdSchema,
    speaker: speakerSchema,
    startMs: offsetMs,
    endMs: offsetMs,
    text: z.string().min(1),
    language: z.string(),
    /** Mean log-probability of the tokens as the model reports it; null when it does not. */
    meanLogProbability: z.number().nullable(),
  }),
  'transcript.gap': z.object({
    speaker: speakerSchema,
    startMs: offsetMs,
    endMs: offsetMs,
    reason: z.enum(['bot-restarted', 'buffer-full', 'transcriber-failed', 'media-lost']),
  }),
  'transcription.changed': z.object({ status: transcriptionStatusSchema, delayMs: offsetMs }),
  'chat.message': z.object({
    messageId: z.uuid(),
    from: speakerSchema,
    text: z.string().min(1),
  }),
  'suggestion.offered': suggestionSchema,
  'suggestion.accepted': z.object({
    suggestionId: suggestionIdSchema,
    how: z.enum(['chat', 'said']),
  }),
  'suggestion.edited': z.object({ suggestionId: suggestionIdSchema, text: z.string().min(1) }),
  'suggestion.dismissed': z.object({ suggestionId: suggestionIdSchema }),
  'suggestion.marked-wrong': z.object({ suggestionId: suggestionIdSchema }),
  'suggestion.expired': z.object({
    suggestionId: suggestionIdSchema,
    reason: suggestionExpirySchema,
  }),
  'suggestion.density-changed': z.object({ density: suggestionDensitySchema }),
  /** `model` tells how the helper beside the playbook does. */
  'assist.changed': z.object({ model: modelStatusSchema, reason: modelTroubleSchema.nullable() }),
  /** A later one of the same segment takes the place of the former. */
  'sentiment.scored': sentimentSchema.extend({
    segmentId: segmentIdSchema,
    source: z.enum(['lexicon', 'model']),
  }),
  'sentiment.alerted': z.object({
    segmentId: segmentIdSchema,
    score: z.number().min(-1).max(1),
    /** A calm sentence for the agent. */
    advice: z.string().min(1),
  }),
  'customer.linked': z.object({
    customerId: customerIdSchema.nullable(),
    by: z.enum(['match', 'agent']),
  }),
  /** Something said names an order of the directory. */
  'order.mentioned': z.object({
    segmentId: segmentIdSchema,
    orderNumber: orderNumberSchema,
    /** Whose order it is. */
    customerId: customerIdSchema,
  }),
} as const;

export type CallEventType = keyof typeof callEventData;
export type CallEventData<T extends CallEventType> = z.infer<(typeof callEventData)[T]>;

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
    eventId: z.infer<typeof eventIdSchema>;
    callId: z.infer<typeof callIdSchema>;
    seq: number;
    /** ISO 8601 time of the server that stored the event. */
    at: string;
    actor: z.infer<typeof actorSchema>;
    type: K;
    data: CallEventData<K>;
  };
}[T];

/** An event before the log has given it its call, `seq` and time. */
export type NewCallEvent<T extends CallEventType = CallEventType> = {
  [K in T]: Pick<CallEvent<K>, 'eventId' | 'actor' | 'type' | 'data'>;
}[T];

const types = Object.keys(callEventData) as [CallEventType, ...CallEventType[]];

const newCallEventShape = z.object({
  eventId: eventIdSchema,
  actor: actorSchema,
  type: z.enum(types),
  data: z.unknown(),
});

/** Parses an event that is to be appended; the payload is checked against its type. */
export const newCallEventSchema = newCallEventShape
  .transform(withCheckedData)
  .transform((event) => event as NewCallEvent);

/** Parses a stored event, from a row or from the wire. */
export const callEventSchema = newCallEventShape
  .extend({
    callId: callIdSchema,
    seq: z.number().int().positive(),
    at: z.iso.datetime({ offset: true }),
  })
  .transform(withCheckedData)
  .transform((event) => event as CallEvent);

/**
 * An event on its way to a reader. `prevSeq` is the `seq` of the event before it that this reader
 * may see (0 for the first), so a reader notices a loss without seeing what is not for it.
 */
export const callEventEnvelopeSchema = z.object({
  event: callEventSchema,
  prevSeq: z.number().int().min(0),
});
export interface CallEventEnvelope {
  event: CallEvent;
  prevSeq: number;
}

function withCheckedData<E extends { type: CallEventType; data?: unknown }>(
  event: E,
  context: z.RefinementCtx,
): E {
  const parsed = callEventData[event.type].safeParse(event.data);
  if (parsed.success) return { ...event, data: parsed.data };
  for (const issue of parsed.error.issues) {
    context.addIssue({ code: 'custom', path: ['data', ...issue.path], message: issue.message });
  }
  return z.NEVER;
}
