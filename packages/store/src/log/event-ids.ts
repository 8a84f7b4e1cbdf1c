import { randomUUID } from 'node:crypto';
import { type EventId, eventIdSchema, type SegmentId, type SuggestionId } from '@agent/protocol';
import { stableId } from '../database/stable-id.ts';

/** Id of an event that happens once. */
export function newEventId(): EventId {
  return eventIdSchema.parse(randomUUID());
}

/** Id of an event that is always the same for the same fact, told in parts: for what may be done twice. */
export function stableEventId(...fact: readonly string[]): EventId {
  return eventIdSchema.parse(stableId(...fact));
}

/** Id of the one event that tells of something with an id of its own. */
export function eventIdOf(thing: SegmentId | SuggestionId): EventId {
  return eventIdSchema.parse(thing);
}
