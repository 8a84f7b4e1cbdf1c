import { callEventEnvelope } from './call-event.ts';
import { speakers } from './closed-lists.ts';
import { record, type Shapes, tagged } from './record-shape.ts';
import { MisfitError, type Shaped } from './shape.ts';
import { suggestionDraftFields } from './suggestion.ts';
import { oneOf, text, uuid, wholeNumber } from './value-shape.ts';

/** LiveKit data topic of every message of ours. Readers ignore other topics and any message with a sender. */
export const DATA_TOPIC = 'call';

/**
 * Provisional text of an utterance that is still going on. Never stored. `revision` grows with each
 * pass over the same segment. The text so far is `stable + tail`: `stable` (with its trailing
 * space) is what consecutive passes agreed on, `tail` may still change.
 */
const interimFields = {
  segmentId: uuid,
  speaker: oneOf(speakers),
  revision: wholeNumber(1),
  startMs: wholeNumber(0),
  endMs: wholeNumber(0),
  stable: text,
  tail: text,
};
export type InterimSegment = Shapes<typeof interimFields>;

/** Everything that travels over a room's data channel. */
const dataMessage = tagged('kind', {
  event: { callId: uuid, envelope: callEventEnvelope },
  interim: { callId: uuid, segment: record(interimFields) },
  'interim-withdrawn': { callId: uuid, segmentId: uuid },
  'transcription-lag': { callId: uuid, delayMs: wholeNumber(0) },
  /** To the agent only. */
  'suggestion-draft': { callId: uuid, draft: record(suggestionDraftFields) },
  /** To the agent only. */
  'suggestion-withdrawn': { callId: uuid, suggestionId: uuid },
});
export type DataMessage = Shaped<typeof dataMessage>;

/** LiveKit delivers at most this many bytes in one reliable data message. */
export const MAX_DATA_MESSAGE_BYTES = 15 * 1024;

/** Bytes of a data message as sent. */
export function encodeDataMessage(message: DataMessage): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(message));
}

/** Reads a received payload; undefined when it is not one of our messages. */
export function decodeDataMessage(payload: Uint8Array): DataMessage | undefined {
  try {
    return dataMessage(JSON.parse(new TextDecoder().decode(payload)));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof MisfitError) return undefined;
    throw error;
  }
}
