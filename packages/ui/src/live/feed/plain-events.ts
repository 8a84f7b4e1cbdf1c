import type {
  CallEventType,
  PlainIds,
  CallEventEnvelope as ReadEnvelope,
  CallEvent as ReadEvent,
  DataMessage as ReadMessage,
  EventPage as ReadPage,
} from '@agent/protocol';

/**
 * One entry of a call's append-only log. `seq` counts from 1 without holes within the call; for a
 * customer it counts the public events alone.
 */
export type CallEvent<T extends CallEventType = CallEventType> = PlainIds<ReadEvent<T>>;

/** An event on its way to a reader; `prevSeq` is the `seq` of the event before it that the reader may see. */
export type CallEventEnvelope = PlainIds<ReadEnvelope>;

/** A page of a call's log, oldest first. */
export type EventPage = PlainIds<ReadPage>;

/** Everything that travels over a room's data channel. */
export type DataMessage = PlainIds<ReadMessage>;

/** Takes the ids of an event, which are plain texts, for what they stand for. */
export function trustedEnvelope(envelope: CallEventEnvelope): ReadEnvelope {
  return envelope as ReadEnvelope;
}

/** Takes the ids of a message, which are plain texts, for what they stand for. */
export function trustedMessage(message: DataMessage): ReadMessage {
  return message as ReadMessage;
}
