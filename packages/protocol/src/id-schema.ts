import { callId, eventId, segmentId, suggestionId, userId } from './ids.ts';
import { zodSchemaOf } from './zod-schema-of.ts';

/** Id of a call; also the name of its LiveKit room. An opaque UUID, because it reaches logs. */
export const callIdSchema = zodSchemaOf(callId);

/** Idempotency key of one call event: appending the same id twice stores it once. */
export const eventIdSchema = zodSchemaOf(eventId);

/** Id of a transcript segment; the interim revisions and the final of one utterance share it. */
export const segmentIdSchema = zodSchemaOf(segmentId);

/** Id of a signed-in user (agent, supervisor or admin). */
export const userIdSchema = zodSchemaOf(userId);

/** Id of one suggestion, the same while it streams in and in every event about it. */
export const suggestionIdSchema = zodSchemaOf(suggestionId);
