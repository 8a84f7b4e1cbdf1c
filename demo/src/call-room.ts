import { isSideIdentity, type RoomAccess } from '@agent/protocol';
import { type Participant, Room, RoomEvent } from '@livekit/rtc-node';
import { openMicrophone } from './microphone.ts';

/** A room as the scripted customer uses it. */
export interface CallRoom {
  /** Resolves once the other side is in the room; rejects when `signal` aborts. */
  waitForAgent(signal: AbortSignal): Promise<void>;
  /** Speaks mono samples of 16 kHz in real time. */
  speak(samples: Int16Array, signal: AbortSignal): Promise<void>;
  /** When the other side last spoke, and whether it does now; undefined until it has. */
  agentSpeech(): { speaking: boolean; atMs: number } | undefined;
  /** Leaves. Closing twice is harmless. */
  close(): Promise<void>;
}

/** Joins a call's room with a microphone; `onDisconnected` runs when the server ends it. */
export async function joinCallRoom(
  access: RoomAccess,
  onDisconnected: () => void,
): Promise<CallRoom> {
  const room = new Room();
  let agentSpeech: { speaking: boolean; atMs: number } | undefined;
  room.on(RoomEvent.ActiveSpeakersChanged, (speakers: Participant[]) => {
    const speaking = speakers.some(({ identity }) => identity !== access.identity);
    if (speaking || agentSpeech?.speaking) agentSpeech = { speaking, atMs: Date.now() };
  });
  room.on(RoomEvent.Disconnected, onDisconnected);
  await room.connect(access.url, access.token, { autoSubscribe: false, dynacast: false });
  const microphone = await openMicrophone(room).catch(async (cause: unknown) => {
    await room.disconnect();
    throw cause;
  });
  return {
    waitForAgent: (signal) => someoneElse(room, signal),
    speak: async (samples, signal) => {
      await microphone.play(samples, { signal });
    },
    agentSpeech: () => agentSpeech,
    close: async () => {
      await microphone.close();
      await room.disconnect();
    },
  };
}

function someoneElse(room: Room, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (![...room.remoteParticipants.keys()].some(isSideIdentity)) return;
      room.off(RoomEvent.ParticipantConnected, look);
      resolve();
    };
    room.on(RoomEvent.ParticipantConnected, look);
    look();
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
}
