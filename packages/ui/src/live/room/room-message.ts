import { DATA_TOPIC, type DataMessage, decodeDataMessage } from '@agent/protocol';
import type { MessageListener } from './audio-call.ts';

/**
 * Reads what came over a room; undefined when it is not one of our messages. Anything with a sender
 * is somebody else's: only servers send without one, because browsers may not publish data.
 */
export function readRoomMessage(
  ...[payload, { topic, hasSender }]: Parameters<MessageListener>
): DataMessage | undefined {
  return hasSender || topic !== DATA_TOPIC ? undefined : decodeDataMessage(payload);
}
