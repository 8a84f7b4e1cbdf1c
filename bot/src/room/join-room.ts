import { DATA_TOPIC, type Side, type Speaker, sides } from '@agent/protocol';
import {
  ConnectionState,
  type RemoteParticipant,
  type RemoteTrackPublication,
  Room,
  RoomEvent,
  type RoomOptions,
  TrackKind,
  type TrackPublication,
  TrackSource,
} from '@livekit/rtc-node';
import type { FrameTap } from '../audio/frame-tap.ts';
import type { Microphone } from '../audio/microphone.ts';
import type { SendBytes } from '../publish/data-sender.ts';
import { createArrivals } from './arrivals.ts';
import { countPackets } from './count-packets.ts';
import { forgetRoom } from './forget-room.ts';
import { createMicrophones, type Microphones } from './microphones.ts';
import { createTrackFrames, openAudioStream, type TrackFramesOptions } from './track-frames.ts';

/** Where a room is, and what lets the bot in. */
export interface RoomAccess {
  url: string;
  token: string;
}

/** What the bot is told of a room that it is in. */
export interface JoinRoomOptions extends Omit<TrackFramesOptions, 'tap'> {
  /** What hears the frames of a speaker beside the pipeline. Default: nothing does. */
  tapOf?: ((speaker: Speaker) => FrameTap) | undefined;
  /** Who a participant is; undefined for anybody who is not to be heard. */
  speakerOf: (identity: string) => Speaker | undefined;
  /** Told of the microphone to hear of somebody; the one before has ended. */
  onMicrophone: (speaker: Speaker, microphone: Microphone) => void;
  /** Of the sides alone: whoever else comes and goes, the call goes on between the two. */
  onPresence: (side: Side, presence: 'joined' | 'left') => void;
  /** Nothing came though somebody was to be heard; told when something comes again. */
  onGap: (startMs: number, endMs: number) => void;
}

/** A room the bot is in. */
export interface JoinedRoom {
  send: SendBytes;
  /** The sides that are there now. */
  readonly sides: readonly Side[];
  /** Hears those who are somebody else now than when they came. */
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

/**
 * Each try is a `connect` of its own: where the SDK (1.1.0) tries again by itself after the first one of a
 * process ran into its limit of 5 s, all that this process receives from then on stays unplayed, in every
 * room. `joinRetries` goes through to the native part, though its type does not name it.
 */
const connectOptions: RoomOptions & { joinRetries: number } = {
  autoSubscribe: true,
  dynacast: false,
  joinRetries: 0,
};

/** Joins a call's room and hears each side's microphone. Rejects when there is no such room now. */
export async function joinRoom(
  { url, token }: RoomAccess,
  options: JoinRoomOptions,
): Promise<JoinedRoom> {
  const { clock, onDroppedMs, onGap, onMicrophone, tapOf } = options;
  const room = new Room();
  const arrivals = createArrivals({ clock, onGap });
  const counting = new AbortController();
  const microphones = createMicrophones<RemoteTrackPublication>({
    open: (publication, speaker) =>
      createTrackFrames(() => openAudioStream(publication.track), {
        clock,
        onDroppedMs,
        tap: tapOf?.(speaker),
      }),
    onMicrophone,
    onSurplus: (publication) => publication.setSubscribed(false),
  });
  const left = new Promise<void>((resolve) => room.once(RoomEvent.Disconnected, () => resolve()));
  const stopHearing = () => {
    microphones.close();
    counting.abort();
  };
  room.once(RoomEvent.Disconnected, stopHearing);
  const hear = hearTracks(room, microphones, options);
  tellPresence(room, options);
  // Last: everybody else has been told of the end by then.
  room.once(RoomEvent.Disconnected, () => forgetRoom(room));
  await room.connect(url, token, connectOptions);
  countPackets(
    room,
    (packets) => arrivals.saw(packets, isAnybodyOn(room, microphones)),
    counting.signal,
  );
  return {
    left,
    get sides() {
      const present = [...room.remoteParticipants.keys()];
      return present.flatMap((identity) => sideOf(options.speakerOf(identity)) ?? []);
    },
    lookAgain() {
      for (const participant of room.remoteParticipants.values()) {
        for (const publication of participant.trackPublications.values()) {
          if (publication.track) hear(publication, participant);
        }
      }
    },
    stopHearing,
    deafSinceMs: arrivals.deafSinceMs,
    async send(bytes, identities) {
      await room.localParticipant?.publishData(bytes, {
        reliable: true,
        topic: DATA_TOPIC,
        destination_identities: [...identities],
      });
    },
    async leave() {
      stopHearing();
      await room.disconnect();
    },
  };
}

/** Returns what hears a microphone if its owner is to be heard. */
function hearTracks(
  room: Room,
  microphones: Microphones<RemoteTrackPublication>,
  { speakerOf }: JoinRoomOptions,
) {
  const hear = (publication: RemoteTrackPublication, participant: RemoteParticipant) => {
    const isMicrophone =
      publication.source === TrackSource.SOURCE_MICROPHONE &&
      publication.kind === TrackKind.KIND_AUDIO;
    const speaker = speakerOf(participant.identity);
    // Who is nobody now may yet be told to be somebody.
    if (!isMicrophone) publication.setSubscribed(false);
    else if (speaker) microphones.add(speaker, publication);
    else microphones.remove(publication);
  };
  room.on(RoomEvent.TrackSubscribed, (_track, publication, participant) =>
    hear(publication, participant),
  );
  room.on(RoomEvent.TrackUnsubscribed, (_track, publication) => microphones.remove(publication));
  room.on(RoomEvent.TrackMuted, (publication: TrackPublication) =>
    microphones.cut(publication as RemoteTrackPublication),
  );
  return hear;
}

/** Whether somebody should be heard now, if everything works. */
function isAnybodyOn(room: Room, microphones: Microphones<RemoteTrackPublication>): boolean {
  if (room.connectionState === ConnectionState.CONN_RECONNECTING) return true;
  return microphones.heard().some(({ muted }) => !muted);
}

/**
 * Who comes and goes. While the bot's own connection is mended nobody does, though LiveKit says that all
 * have left, some of it a moment before it says that it mends.
 */
function tellPresence(room: Room, { speakerOf, onPresence }: JoinRoomOptions) {
  const tell = (side: Side) => {
    if (room.connectionState !== ConnectionState.CONN_CONNECTED) return;
    const isHere = [...room.remoteParticipants.keys()].some((id) => speakerOf(id) === side);
    onPresence(side, isHere ? 'joined' : 'left');
  };
  room.on(RoomEvent.ParticipantConnected, ({ identity }: RemoteParticipant) => {
    const side = sideOf(speakerOf(identity));
    if (side) tell(side);
  });
  room.on(RoomEvent.ParticipantDisconnected, ({ identity }: RemoteParticipant) => {
    const side = sideOf(speakerOf(identity));
    if (side) setTimeout(tell, LEFT_AFTER_MS, side);
  });
  room.on(RoomEvent.Reconnected, () => sides.forEach(tell));
}

const LEFT_AFTER_MS = 100;

function sideOf(speaker: Speaker | undefined): Side | undefined {
  return speaker === 'supervisor' ? undefined : speaker;
}
