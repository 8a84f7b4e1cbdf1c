import { isSideIdentity } from '@agent/protocol';
import { type CallMessages, forgetDevices, newLivekitRoom } from '@agent/ui/live';
import {
  ConnectionState,
  DisconnectReason,
  type Participant,
  Room,
  RoomEvent,
} from 'livekit-client';
import type { RoomExit } from './room-stay.ts';

/** A room as supervisors are in it. Whoever makes it lets go of it by `letGoOf`. */
export function newSupervisorRoom(): Room {
  return newLivekitRoom(Room, {
    adaptiveStream: false,
    dynacast: false,
    // As on the desk: over one connection, publishing while a track arrives can break both.
    singlePeerConnection: false,
    audioCaptureDefaults: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  });
}

/** Leaves a room, and the devices of the computer with it. */
export async function letGoOf(room: Room): Promise<void> {
  try {
    await room.disconnect();
  } finally {
    forgetDevices(room);
  }
}

/** The data messages of a room, for a feed. */
export function messagesOf(room: Room): CallMessages {
  return {
    subscribeMessages(listener) {
      const onData = (
        payload: Uint8Array,
        participant?: Participant,
        _kind?: unknown,
        topic?: string,
      ) => listener(payload, { topic, hasSender: participant !== undefined });
      room.on(RoomEvent.DataReceived, onData);
      return () => void room.off(RoomEvent.DataReceived, onData);
    },
    subscribe(listener) {
      room.on(RoomEvent.ConnectionStateChanged, listener);
      return () => void room.off(RoomEvent.ConnectionStateChanged, listener);
    },
    getState: () => ({ connection: connectionWord(room.state) }),
  };
}

/** How a connection stands, in the words of our badges. */
export function connectionWord(state: ConnectionState) {
  switch (state) {
    case ConnectionState.Connected:
      return 'connected';
    case ConnectionState.Connecting:
    case ConnectionState.Disconnected:
      return 'connecting';
    case ConnectionState.Reconnecting:
    case ConnectionState.SignalReconnecting:
      return 'reconnecting';
    default:
      return state satisfies never;
  }
}

/** How a room was left, by what LiveKit says; undefined when we have left it. */
export function exitOf(reason: DisconnectReason | undefined): RoomExit | undefined {
  switch (reason) {
    case DisconnectReason.CLIENT_INITIATED:
      return undefined;
    // A room is closed when its call is over, and it may be gone before the call's last event is here.
    case DisconnectReason.ROOM_DELETED:
      return 'over';
    case DisconnectReason.PARTICIPANT_REMOVED:
    case DisconnectReason.DUPLICATE_IDENTITY:
      return 'removed';
    default:
      return 'lost';
  }
}

/** Whose voice is heard. */
export type Voice = 'customer' | 'agent' | 'supervisor';

/** Whose voice a participant's is. The agent may change during a call, the customer does not. */
export function voiceOf(identity: string, customerIdentity: string): Voice {
  if (!isSideIdentity(identity)) return 'supervisor';
  return identity === customerIdentity ? 'customer' : 'agent';
}
