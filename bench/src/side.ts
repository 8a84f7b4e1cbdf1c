import type { CallApi } from '@agent/demo/call-api';
import { type Microphone, openMicrophone } from '@agent/demo/microphone';
import { type CallId, DATA_TOPIC, decodeDataMessage } from '@agent/protocol';
import { Room, RoomEvent } from '@livekit/rtc-node';
import type { ReceivedMessage } from './observed-call.ts';

/** One participant of a benched call: it speaks, and listens to data messages as a browser does. */
export interface JoinedSide {
  microphone: Microphone;
  received: ReceivedMessage[];
  /** Leaves. Closing twice is harmless. */
  close(): Promise<void>;
}

const HEARTBEAT_MS = 4000;

/** Joins with a token of the product's API and says every 4 s that this side is here. */
export async function joinSide(api: CallApi, callId: CallId): Promise<JoinedSide> {
  const access = await api.token(callId);
  const room = new Room();
  const received: ReceivedMessage[] = [];
  room.on(RoomEvent.DataReceived, (payload, sender, _kind, topic) => {
    const atMs = performance.timeOrigin + performance.now();
    if (sender || topic !== DATA_TOPIC) return;
    const message = decodeDataMessage(payload);
    if (message) received.push({ atMs, message });
  });
  await room.connect(access.url, access.token, { autoSubscribe: false, dynacast: false });
  const microphone = await openMicrophone(room);
  const heartbeat = setInterval(() => {
    void api.heartbeat(callId).catch(() => undefined);
  }, HEARTBEAT_MS);
  return {
    microphone,
    received,
    close: async () => {
      clearInterval(heartbeat);
      await microphone.close();
      await room.disconnect();
    },
  };
}
