import type { CreateMediaRoom, MediaRoom, MediaRoomEvents, RoomTicket } from './media-room.ts';

/** A scripted room: a test decides how joining goes and raises events by hand. */
export interface FakeRoom extends MediaRoom {
  readonly events: MediaRoomEvents;
  readonly tickets: RoomTicket[];
  readonly microphone: { enabled: boolean; deviceId: string | null }[];
  readonly switched: string[];
  /** Whether the other side hears this one: a microphone is open and not muted. */
  heard: boolean;
  remoteAudible: boolean;
  closed: boolean;
  /** The microphone's device goes away, and there is no other. */
  unplug(): void;
}

/** How the rooms of a test behave. Change it while the test runs. */
export interface FakeRoomScript {
  connectError?: Error | undefined;
  /** Opening a microphone fails. */
  microphoneError?: Error | undefined;
  /** Another device cannot be used. */
  deviceError?: Error | undefined;
}

/** Creates a factory of scripted rooms and the list of rooms made so far. */
export function fakeRooms(script: FakeRoomScript = {}) {
  const rooms: FakeRoom[] = [];
  const createRoom: CreateMediaRoom = (events) => {
    const room = fakeRoom(script, events);
    rooms.push(room);
    return room;
  };
  return { createRoom, rooms, script, last: () => rooms.at(-1) as FakeRoom };
}

/** Opens and switches devices as LiveKit does. */
function fakeRoom(script: FakeRoomScript, events: MediaRoomEvents): FakeRoom {
  let isOpen = false;
  return {
    events,
    tickets: [],
    microphone: [],
    switched: [],
    heard: false,
    remoteAudible: true,
    closed: false,
    async connect(ticket) {
      this.tickets.push(ticket);
      if (script.connectError) throw script.connectError;
    },
    async setMicrophone(enabled, deviceId) {
      if (enabled && !isOpen && script.microphoneError) throw script.microphoneError;
      isOpen ||= enabled;
      this.heard = enabled;
      this.microphone.push({ enabled, deviceId });
    },
    async switchDevice(kind, deviceId) {
      // A microphone that is not heard is not opened by this: the device is noted for later.
      const isUsed = kind === 'audiooutput' || this.heard;
      if (isUsed && script.deviceError) {
        // The one before was let go of to open the other.
        if (kind === 'audioinput') this.heard = isOpen = false;
        throw script.deviceError;
      }
      this.switched.push(`${kind} ${deviceId}`);
    },
    setRemoteAudible(audible) {
      this.remoteAudible = audible;
    },
    async startPlayback() {
      events.playbackBlocked(false);
    },
    level: (side) => (side === 'own' ? 0.5 : 0.25),
    unplug() {
      this.heard = isOpen = false;
      events.microphoneLost();
    },
    async close() {
      this.closed = true;
      this.heard = false;
    },
  };
}
