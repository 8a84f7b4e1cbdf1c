import * as z from 'zod';
import { callEventEnvelopeSchema } from './call-event.ts';
import { callIdSchema, segmentIdSchema } from './ids.ts';
import { speakerSchema } from './roles.ts';
import { suggestionDraftSchema, suggestionIdSchema } from './suggestion.ts';

/** LiveKit data topic of every message of ours. Readers ignore other topics and any message with a sender. */
export const DATA_TOPIC = 'call';

/**
 * Provisional text of an utterance that is still going on. Never stored. `revision` grows with each
 * pass over the same segment. The text so far is `stable + tail`: `stable` (with its trailing
 * space) is what consecutive passes agreed on, `tail` may still change.
 */
export const interimSegmentSchema = z.object({
  segmentId: segmentIdSchema,
  speaker: speakerSchema,
  revision: z.number().int().positive(),
  startMs: z.number().int().min(0),
  endMs: z.number().int().min(0),
  stable: z.string(),
  tail: z.string(),
});
export type InterimSegment = z.infer<typeof interimSegmentSchema>;

/** Everything that travels over a room's data channel. */
export const dataMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('event'), callId: callIdSchema, envelope: callEventEnvelopeSchema }),
  z.object({ kind: z.literal('interim'), callId: callIdSchema, segment: interimSegmentSchema }),
  z.object({
    kind: z.literal('interim-withdrawn'),
    callId: callIdSchema,
    segmentId: segmentIdSchema,
  }),
  z.object({
    kind: z.literal('transcription-lag'),
    callId: callIdSchema,
    delayMs: z.number().int().min(0),
  }),
  /** To the agent only. */
  z.object({
    kind: z.literal('suggestion-draft'),
    callId: callIdSchema,
    draft: suggestionDraftSchema,
  }),
  /** To the agent only. */
  z.object({
    kind: z.literal('suggestion-withdrawn'),
    callId: callIdSchema,
    suggestionId: suggestionIdSchema,
  }),
]);
export type DataMessage = z.infer<typeof dataMessageSchema>;

/** LiveKit delivers at most this many bytes in one reliable data message. */
export const MAX_DATA_MESSAGE_BYTES = 15 * 1024;

/** Bytes of a data message as sent. */
export function encodeDataMessage(message: DataMessage): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(message));
}

/** Reads a received payload; undefined when it is not one of our messages. */
export function decodeDataMessage(payload: Uint8Array): DataMessage | undefined {
  try {
    const parsed = dataMessageSchema.safeParse(JSON.parse(new TextDecoder().decode(payload)));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
