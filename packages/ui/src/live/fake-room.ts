import type { CreateMediaRoom, MediaRoom, MediaRoomEvents, RoomTicket } from './media-room.ts';

/** A scripted room: a test decides how joining goes and raises events by hand. */
export interface FakeRoom extends MediaRoom {
  readonly events: MediaRoomEvents;
  readonly tickets: RoomTicket[];
  readonly microphone: { enabled: boolean; deviceId: string | null }[];
  readonly switched: string[];
  remoteAudible: boolean;
  closed: boolean;
}

/** How the rooms of a test behave. Change it while the test runs. */
export interface FakeRoomScript {
  connectError?: Error | undefined;
  microphoneError?: Error | undefined;
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

function fakeRoom(script: FakeRoomScript, events: MediaRoomEvents): FakeRoom {
  return {
    events,
    tickets: [],
    microphone: [],
    switched: [],
    remoteAudible: true,
    closed: false,
    async connect(ticket) {
      this.tickets.push(ticket);
      if (script.connectError) throw script.connectError;
    },
    async setMicrophone(enabled, deviceId) {
      if (script.microphoneError) throw script.microphoneError;
      this.microphone.push({ enabled, deviceId });
    },
    async switchDevice(kind, deviceId) {
      if (script.deviceError) throw script.deviceError;
      this.switched.push(`${kind} ${deviceId}`);
    },
    setRemoteAudible(audible) {
      this.remoteAudible = audible;
    },
    async startPlayback() {
      events.playbackBlocked(false);
    },
    level: (side) => (side === 'own' ? 0.5 : 0.25),
    async close() {
      this.closed = true;
    },
  };
}
