import * as v from 'valibot';
import { callEventEnvelope } from './call-event.ts';
import { speakers } from './closed-lists.ts';
import { callId, segmentId, suggestionId } from './ids.ts';
import type { PlainIds } from './plain-ids.ts';
import { suggestionDraft } from './suggestion.ts';
import { wholeNumber } from './values.ts';

/** LiveKit data topic of every message of ours. Readers ignore other topics and any message with a sender. */
export const DATA_TOPIC = 'call';

/**
 * Provisional text of an utterance that is still going on. Never stored. `revision` grows with each
 * pass over the same segment. The text so far is `stable + tail`: `stable` (with its trailing
 * space) is what consecutive passes agreed on, `tail` may still change.
 */
const interimSegment = v.object({
  segmentId,
  speaker: v.picklist(speakers),
  revision: v.pipe(wholeNumber, v.minValue(1)),
  startMs: wholeNumber,
  endMs: wholeNumber,
  stable: v.string(),
  tail: v.string(),
});
/** What somebody seems to be saying, from one pass over an utterance that goes on. */
export type InterimSegment = v.InferOutput<typeof interimSegment>;

/** Everything that travels over a room's data channel. */
const dataMessage = v.variant('kind', [
  v.object({ kind: v.literal('event'), callId, envelope: callEventEnvelope }),
  v.object({ kind: v.literal('interim'), callId, segment: interimSegment }),
  v.object({ kind: v.literal('interim-withdrawn'), callId, segmentId }),
  v.object({ kind: v.literal('transcription-lag'), callId, delayMs: wholeNumber }),
  /** To the agent, and to supervisors who listen. */
  v.object({ kind: v.literal('suggestion-draft'), callId, draft: suggestionDraft }),
  /** To the agent, and to supervisors who listen. */
  v.object({ kind: v.literal('suggestion-withdrawn'), callId, suggestionId }),
]);
/** What the bot or the server tells readers in the room; `kind` says which of them it is. */
export type DataMessage = v.InferOutput<typeof dataMessage>;

/** LiveKit delivers at most this many bytes in one reliable data message. */
export const MAX_DATA_MESSAGE_BYTES = 15 * 1024;

/** A data message on its way. */
export type EncodedMessage = Uint8Array<ArrayBuffer>;

/** Bytes of a data message. */
export function encodeDataMessage(message: PlainIds<DataMessage>): EncodedMessage {
  return new TextEncoder().encode(JSON.stringify(message));
}

/** Bytes of a data message; undefined when LiveKit would not deliver as many. */
export function encodeToSend(message: DataMessage): EncodedMessage | undefined {
  const bytes = encodeDataMessage(message);
  return bytes.byteLength > MAX_DATA_MESSAGE_BYTES ? undefined : bytes;
}

/** Reads a received payload; undefined when it is not one of our messages. */
export function decodeDataMessage(payload: Uint8Array): DataMessage | undefined {
  const { success, output } = v.safeParse(dataMessage, readJson(new TextDecoder().decode(payload)));
  return success ? output : undefined;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
