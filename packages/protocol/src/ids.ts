import type * as v from 'valibot';
import { branded } from './branded.ts';
import { uuid } from './values.ts';

/** Id of a call; also the name of its LiveKit room. An opaque UUID, because it reaches logs. */
export const callId = branded<'CallId'>(uuid);
/** Names a call, its log and its room. */
export type CallId = v.InferOutput<typeof callId>;

/** Idempotency key of one call event: appending the same id twice stores it once. */
export const eventId = branded<'EventId'>(uuid);
/** Made from the fact that it stands for, so that telling it twice tells it once. */
export type EventId = v.InferOutput<typeof eventId>;

/** Id of a transcript segment; the interim revisions and the final of one utterance share it. */
export const segmentId = branded<'SegmentId'>(uuid);
/** Names an utterance, from the first guess at its words to the last. */
export type SegmentId = v.InferOutput<typeof segmentId>;

/** Id of a signed-in user (agent, supervisor or admin). */
export const userId = branded<'UserId'>(uuid);
/** Names a person with an account. */
export type UserId = v.InferOutput<typeof userId>;

/** Id of one suggestion, the same while it streams in and in every event about it. */
export const suggestionId = branded<'SuggestionId'>(uuid);
/** Names a suggestion to the bot that made it and the agent who answers it. */
export type SuggestionId = v.InferOutput<typeof suggestionId>;
