import type { Speaker } from '@agent/protocol';
import { DATA_TOPIC } from '@agent/protocol';
import {
  ConnectionState,
  type RemoteParticipant,
  type RemoteTrack,
  Room,
  RoomEvent,
  TrackKind,
  type TrackPublication,
} from '@livekit/rtc-node';
import type { TrackAudio } from '../audio/audio-frame.ts';
import type { SendBytes } from '../publish/data-sender.ts';
import { createArrivals } from './arrivals.ts';
import { countPackets } from './count-packets.ts';
import { openTrackFrames, type TrackFrames, type TrackFramesOptions } from './track-frames.ts';

export interface JoinRoomOptions extends TrackFramesOptions {
  url: string;
  token: string;
  /** Who a participant is; undefined for anybody who is not one of the two sides. */
  speakerOf: (identity: string) => Speaker | undefined;
  onAudio: (speaker: Speaker, audio: AsyncIterable<TrackAudio>) => void;
  onPresence: (speaker: Speaker, presence: 'joined' | 'left') => void;
  /** Nothing came though somebody was to be heard; told when something comes again. */
  onGap: (startMs: number, endMs: number) => void;
}

/** A room the bot is in. */
export interface JoinedRoom {
  send: SendBytes;
  /** The sides that are there now. */
  readonly speakers: readonly Speaker[];
  /** Hears those who have become one of the two sides while they were there. */
  lookAgain(): void;
  /** Hears no more but stays, so that what is still to be said can be said. */
  stopHearing(): void;
  /** Since when nothing has come from anybody, though somebody was to be heard; undefined while it does. */
  deafSinceMs(): number | undefined;
  /** Resolves when the bot is no longer in the room, for whatever reason. */
  left: Promise<void>;
  /** Leaves and releases everything native. Leaving twice is harmless. */
  leave(): Promise<void>;
}

/** Joins a call's room and hears each side's microphone. Rejects when there is no such room now. */
export async function joinRoom(options: JoinRoomOptions): Promise<JoinedRoom> {
  const room = new Room();
  const tracks: Tracks = new Map();
  const arrivals = createArrivals(options);
  const counting = new AbortController();
  const left = new Promise<void>((resolve) => room.once(RoomEvent.Disconnected, () => resolve()));
  const closeTracks = () => {
    for (const { frames } of tracks.values()) frames.close();
    tracks.clear();
    counting.abort();
  };
  room.once(RoomEvent.Disconnected, closeTracks);
  const hear = hearTracks(room, tracks, options);
  tellPresence(room, options);
  await room.connect(options.url, options.token, { autoSubscribe: true, dynacast: false });
  countPackets(
    room,
    (packets) => arrivals.saw(packets, isAnybodyOn(room, tracks)),
    counting.signal,
  );
  return {
    left,
    get speakers() {
      const present = [...room.remoteParticipants.values()];
      return present.flatMap(({ identity }) => options.speakerOf(identity) ?? []);
    },
    lookAgain() {
      for (const participant of room.remoteParticipants.values()) {
        for (const publication of participant.trackPublications.values()) {
          hear(publication, participant);
        }
      }
    },
    stopHearing: closeTracks,
    deafSinceMs: arrivals.deafSinceMs,
    async send(bytes, identities) {
      await room.localParticipant?.publishData(bytes, {
        reliable: true,
        topic: DATA_TOPIC,
        destination_identities: [...identities],
      });
    },
    async leave() {
      closeTracks();
      await room.disconnect();
    },
  };
}

type Tracks = Map<RemoteTrack, { publication: TrackPublication; frames: TrackFrames }>;

/** Returns what hears a published track, once, if it is the microphone of one of the two sides. */
function hearTracks(room: Room, tracks: Tracks, options: JoinRoomOptions) {
  const close = (track: RemoteTrack) => {
    tracks.get(track)?.frames.close();
    tracks.delete(track);
  };
  const hear = (publication: TrackPublication, { identity }: RemoteParticipant) => {
    const track = publication.track as RemoteTrack | undefined;
    const speaker = options.speakerOf(identity);
    if (!speaker || track?.kind !== TrackKind.KIND_AUDIO || tracks.has(track)) return;
    const frames = openTrackFrames(track, options);
    tracks.set(track, { publication, frames });
    options.onAudio(speaker, frames.audio);
  };
  room.on(RoomEvent.TrackSubscribed, (_track, publication, participant) =>
    hear(publication, participant),
  );
  room.on(RoomEvent.TrackUnsubscribed, close);
  room.on(RoomEvent.TrackMuted, ({ track }: TrackPublication) => {
    for (const [known, { frames }] of tracks) if (known === track) frames.cut();
  });
  return hear;
}

/** Whether somebody should be heard now, if everything works. */
function isAnybodyOn(room: Room, tracks: Tracks): boolean {
  if (room.connectionState === ConnectionState.CONN_RECONNECTING) return true;
  return [...tracks.values()].some(({ publication }) => !publication.muted);
}

/**
 * Who comes and goes. While the bot's own connection is mended nobody does, though LiveKit says that all
 * have left, some of it a moment before it says that it mends.
 */
function tellPresence(room: Room, { speakerOf, onPresence }: JoinRoomOptions) {
  const tell = (speaker: Speaker) => {
    if (room.connectionState !== ConnectionState.CONN_CONNECTED) return;
    const isHere = [...room.remoteParticipants.keys()].some((id) => speakerOf(id) === speaker);
    onPresence(speaker, isHere ? 'joined' : 'left');
  };
  room.on(RoomEvent.ParticipantConnected, ({ identity }: RemoteParticipant) => {
    const speaker = speakerOf(identity);
    if (speaker) tell(speaker);
  });
  room.on(RoomEvent.ParticipantDisconnected, ({ identity }: RemoteParticipant) => {
    const speaker = speakerOf(identity);
    if (speaker) setTimeout(tell, LEFT_AFTER_MS, speaker);
  });
  room.on(RoomEvent.Reconnected, () => speakers.forEach(tell));
}

const LEFT_AFTER_MS = 100;
const speakers: readonly Speaker[] = ['customer', 'agent'];
