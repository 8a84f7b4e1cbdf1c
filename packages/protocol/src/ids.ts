import * as v from 'valibot';
import { uuid } from './values.ts';

/** Id of a call; also the name of its LiveKit room. An opaque UUID, because it reaches logs. */
export const callId = v.pipe(uuid, v.brand('CallId'));
/** Names a call, its log and its room. */
export type CallId = v.InferOutput<typeof callId>;

/** Made from the fact that it stands for, so that telling it twice tells it once. */
export type EventId = string;

/** Names an utterance, from the first guess at its words to the last. */
export type SegmentId = string;

/** Names a person with an account. */
export type UserId = string;

/** Names a suggestion to the bot that made it and the agent who answers it. */
export type SuggestionId = string;
