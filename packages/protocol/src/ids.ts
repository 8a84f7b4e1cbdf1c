import * as z from 'zod';

/** Id of a call; also the name of its LiveKit room. An opaque UUID, because it reaches logs. */
export const callIdSchema = z.uuid();
/** Names a call, its log and its room. */
export type CallId = string;

/** Idempotency key of one call event: appending the same id twice stores it once. */
export const eventIdSchema = z.uuid();
/** Made from the fact that it stands for, so that telling it twice tells it once. */
export type EventId = string;

/** Id of a transcript segment; the interim revisions and the final of one utterance share it. */
export const segmentIdSchema = z.uuid();
/** Names an utterance, from the first guess at its words to the last. */
export type SegmentId = string;

/** Id of a signed-in user (agent, supervisor or admin). */
export const userIdSchema = z.uuid();
/** Names a person with an account. */
export type UserId = string;

/** Id of one suggestion, the same while it streams in and in every event about it. */
export const suggestionIdSchema = z.uuid();
/** Names a suggestion to the bot that made it and the agent who answers it. */
export type SuggestionId = string;
