import type { RoomAccess } from '@agent/protocol';
import {
  AudioStream,
  type RemoteTrack,
  Room,
  RoomEvent,
  type SimulateScenarioKind,
  TrackKind,
} from '@livekit/rtc-node';
import { toneLevels } from './tones.ts';

/** Somebody in a room who only listens, by LiveKit's own client and not by our page. */
export interface Ears {
  /** Listens for a second: whom it hears, by identity, and how loud each side's tone is from there. */
  hear(): Promise<Map<string, ReturnType<typeof toneLevels>>>;
  /** Messages that came over data channels. */
  told: Buffer[];
  isConnected(): boolean;
  /** Plays a fault of the connection. */
  simulate(kind: SimulateScenarioKind): Promise<void>;
  /** Leaves. Closing twice is harmless. */
  close(): Promise<void>;
}

const RATE = 16_000;
const FRAME_MS = 100;
const FRAMES = 10;

/** Joins a room and listens; rejects when the server refuses the token. */
export async function openEars({ url, token }: Pick<RoomAccess, 'url' | 'token'>): Promise<Ears> {
  const room = new Room();
  const told: Buffer[] = [];
  room.on(RoomEvent.DataReceived, (payload) => told.push(Buffer.from(payload)));
  await room.connect(url, token, { autoSubscribe: true, dynacast: false });
  return {
    told,
    async hear() {
      const tracks = [...room.remoteParticipants.values()].flatMap((participant) =>
        [...participant.trackPublications.values()].flatMap(({ track }) =>
          track?.kind === TrackKind.KIND_AUDIO ? { identity: participant.identity, track } : [],
        ),
      );
      const heard = tracks.map(
        async ({ identity, track }) => [identity, toneLevels(await listen(track))] as const,
      );
      return new Map(await Promise.all(heard));
    },
    isConnected: () => room.isConnected,
    simulate: (kind) => room.simulateScenario(kind),
    close: () => room.disconnect(),
  };
}

/** Sound is taken in only while somebody asks: ten listeners that hear all the time are work. */
async function listen(track: RemoteTrack): Promise<Int16Array> {
  const options = { sampleRate: RATE, numChannels: 1, frameSizeMs: FRAME_MS };
  const reader = new AudioStream(track, options).getReader();
  const sound = new Int16Array((RATE * FRAME_MS * FRAMES) / 1000);
  for (let at = 0; at < sound.length; ) {
    const { done, value } = await reader.read();
    if (done) break;
    sound.set(value.data.subarray(0, sound.length - at), at);
    at += value.data.length;
  }
  await reader.cancel();
  return sound;
}
