import { type CallId, DATA_TOPIC } from '@agent/protocol';
import { SteadyRoomClient } from '@agent/rooms';
import { DataPacket_Kind, type RoomServiceClient } from 'livekit-server-sdk';
import pLimit from 'p-limit';
import type { SendBytes } from '../publish/data-sender.ts';
import type { LiveKitAccess } from './bot-token.ts';

/** The part of LiveKit's API that sends data. */
export type DataApi = Pick<RoomServiceClient, 'sendData'>;

/** So many messages of a call wait for their turn; what is beyond is not sent. */
const MAX_WAITING = 100;
const REQUEST_TIMEOUT_S = 5;

/** LiveKit's API, as the bot uses it. */
export function openDataApi({ url, ...signing }: LiveKitAccess): DataApi {
  const requests = { requestTimeout: REQUEST_TIMEOUT_S, failover: false };
  return new SteadyRoomClient(url, signing, requests);
}

/**
 * Sends messages of one call by LiveKit's API, in order, and not as a participant of its room: those
 * messages are numbered through for all readers together, and the holes would tell the customer how many
 * were for the agent alone.
 */
export function createServerSender(api: DataApi, callId: CallId): SendBytes {
  const inOrder = pLimit(1);
  return async (bytes, identities) => {
    if (inOrder.pendingCount >= MAX_WAITING) throw new RangeError('Too many messages wait.');
    const options = { destinationIdentities: [...identities], topic: DATA_TOPIC };
    await inOrder(() => api.sendData(callId, bytes, DataPacket_Kind.RELIABLE, options));
  };
}
