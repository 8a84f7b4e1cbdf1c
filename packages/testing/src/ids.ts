import {
  type CallId,
  type CustomerId,
  callIdSchema,
  customerIdSchema,
  type EventId,
  eventIdSchema,
  type QueueId,
  queueIdSchema,
  type SegmentId,
  type SuggestionId,
  segmentIdSchema,
  suggestionIdSchema,
  type UserId,
  userIdSchema,
} from '@agent/protocol';

/** Id of a call, new unless given. */
export function aCallId(uuid: string = crypto.randomUUID()): CallId {
  return callIdSchema.parse(uuid);
}

/** Id of an event, new unless given. */
export function anEventId(uuid: string = crypto.randomUUID()): EventId {
  return eventIdSchema.parse(uuid);
}

/** Id of a segment, new unless given. */
export function aSegmentId(uuid: string = crypto.randomUUID()): SegmentId {
  return segmentIdSchema.parse(uuid);
}

/** Id of a suggestion, new unless given. */
export function aSuggestionId(uuid: string = crypto.randomUUID()): SuggestionId {
  return suggestionIdSchema.parse(uuid);
}

/** Id of somebody with an account, new unless given. */
export function aUserId(uuid: string = crypto.randomUUID()): UserId {
  return userIdSchema.parse(uuid);
}

/** Id of a customer, new unless given. */
export function aCustomerId(text: string = crypto.randomUUID()): CustomerId {
  return customerIdSchema.parse(text);
}

/** Id of a queue; the one that there is from the beginning unless given. */
export function aQueueId(text = 'main'): QueueId {
  return queueIdSchema.parse(text);
}
