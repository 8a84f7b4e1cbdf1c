import { type AppendedEvent, envelopeFor } from './appended-event.ts';
import { type EncodedMessage, encodeToSend } from './data-message.ts';
import type { CallId } from './ids.ts';
import type { Reader } from './reader.ts';

/** What one reader is sent. */
export interface Delivery {
  reader: Reader;
  /** undefined: too large for a data message; the reader finds the hole and reads the log. */
  bytes: EncodedMessage | undefined;
}

/**
 * What each reader of a call is sent of a stored event: one message each, as readers count
 * differently and customers get less. A reader who may not see the event is sent nothing.
 */
export function fanOut(
  callId: CallId,
  appended: AppendedEvent,
  readers: readonly Reader[],
): Delivery[] {
  return readers.flatMap((reader) => {
    const envelope = envelopeFor(reader.audience, appended);
    return envelope ? { reader, bytes: encodeToSend({ kind: 'event', callId, envelope }) } : [];
  });
}
