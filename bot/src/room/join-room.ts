import type { Speaker } from '@agent/protocol';
import { DATA_TOPIC } from '@agent/protocol';
import {
  type RemoteParticipant,
  type RemoteTrack,
  Room,
  RoomEvent,
  TrackKind,
  type TrackPublication,
} from '@livekit/rtc-node';
import type { TrackAudio } from '../audio/audio-frame.ts';
import type { SendBytes } from '../publish/data-sender.ts';
import { openTrackFrames, type TrackFrames, type TrackFramesOptions } from './track-frames.ts';

export interface JoinRoomOptions extends TrackFramesOptions {
  url: string;
  token: string;
  /** Who a participant is; undefined for anybody who is not one of the two sides. */
  speakerOf: (identity: string) => Speaker | undefined;
  onAudio: (speaker: Speaker, audio: AsyncIterable<TrackAudio>) => void;
  onPresence: (speaker: Speaker, presence: 'joined' | 'left') => void;
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
  /** Resolves when the bot is no longer in the room, for whatever reason. */
  left: Promise<void>;
  /** Leaves and releases everything native. Leaving twice is harmless. */
  leave(): Promise<void>;
}

/** Joins a call's room and hears each side's microphone. Rejects when there is no such room now. */
export async function joinRoom(options: JoinRoomOptions): Promise<JoinedRoom> {
  const room = new Room();
  const tracks = new Map<RemoteTrack, TrackFrames>();
  const left = new Promise<void>((resolve) => room.once(RoomEvent.Disconnected, () => resolve()));
  const closeTracks = () => {
    for (const frames of tracks.values()) frames.close();
    tracks.clear();
  };
  room.once(RoomEvent.Disconnected, closeTracks);
  const hear = hearTracks(room, tracks, options);
  tellPresence(room, options);
  await room.connect(options.url, options.token, { autoSubscribe: true, dynacast: false });
  return {
    left,
    get speakers() {
      const present = [...room.remoteParticipants.values()];
      return present.flatMap(({ identity }) => options.speakerOf(identity) ?? []);
    },
    lookAgain() {
      for (const participant of room.remoteParticipants.values()) {
        for (const { track } of participant.trackPublications.values()) {
          if (track) hear(track as RemoteTrack, participant);
        }
      }
    },
    stopHearing: closeTracks,
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

/** Returns what hears a track, once, if it is the microphone of one of the two sides. */
function hearTracks(room: Room, tracks: Map<RemoteTrack, TrackFrames>, options: JoinRoomOptions) {
  const close = (track: RemoteTrack) => {
    tracks.get(track)?.close();
    tracks.delete(track);
  };
  const hear = (track: RemoteTrack, participant: RemoteParticipant) => {
    const speaker = options.speakerOf(participant.identity);
    if (!speaker || track.kind !== TrackKind.KIND_AUDIO || tracks.has(track)) return;
    const frames = openTrackFrames(track, options);
    tracks.set(track, frames);
    options.onAudio(speaker, frames.audio);
  };
  room.on(RoomEvent.TrackSubscribed, (track, _publication, participant) =>
    hear(track, participant),
  );
  room.on(RoomEvent.TrackUnsubscribed, close);
  room.on(RoomEvent.TrackMuted, ({ track }: TrackPublication) => {
    for (const [known, frames] of tracks) if (known === track) frames.cut();
  });
  return hear;
}

function tellPresence(room: Room, { speakerOf, onPresence }: JoinRoomOptions) {
  const tell = (presence: 'joined' | 'left') => (participant: RemoteParticipant) => {
    const speaker = speakerOf(participant.identity);
    if (speaker) onPresence(speaker, presence);
  };
  room.on(RoomEvent.ParticipantConnected, tell('joined'));
  room.on(RoomEvent.ParticipantDisconnected, tell('left'));
}
