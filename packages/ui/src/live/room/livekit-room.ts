import { isSideIdentity } from '@agent/protocol';
import {
  type AudioCaptureOptions,
  createAudioAnalyser,
  createLocalAudioTrack,
  DeviceUnsupportedError,
  DisconnectReason,
  ConnectionQuality as LivekitQuality,
  type LocalAudioTrack,
  type LocalTrack,
  type RemoteAudioTrack,
  RemoteAudioTrack as RemoteAudioTrackClass,
  Room,
  RoomEvent,
  Track,
  TrackEvent,
} from 'livekit-client';
import type { ConnectionQuality } from '../../connection-badge/connection.ts';
import { createOwnMicrophone, type MicrophoneSource } from '../devices/own-microphone.ts';
import { followConnection } from './livekit-connection.ts';
import { forgetDevices, newLivekitRoom } from './livekit-new-room.ts';
import type { MediaRoom, MediaRoomEvents, RoomClosed, RoomTicket } from './media-room.ts';
import { mendingDelayMs } from './mending-delay.ts';

const audioCapture = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** A room of LiveKit's browser SDK behind our own interface. */
export function createLivekitRoom(events: MediaRoomEvents): MediaRoom {
  const room = newLivekitRoom(Room, {
    adaptiveStream: false,
    dynacast: false,
    // Over one connection, publishing while the other side's track arrives breaks the negotiation
    // in 1 of 8 joins (livekit-client 2.23): nobody hears that side until the client reconnects.
    singlePeerConnection: false,
    audioCaptureDefaults: audioCapture,
    reconnectPolicy: { nextRetryDelayInMs: (context) => mendingDelayMs(context, Math.random()) },
  });
  const remote = createRemoteAudio();
  const meter = createMeter<LocalAudioTrack>();
  const microphone = createOwnMicrophone(microphoneOf(room, events), {
    sound: meter.follow,
    lost: events.microphoneLost,
  });
  const detach = listen(room, events, remote);
  const leavePaths = followConnection(room, events);
  return {
    async connect({ url, token }: RoomTicket) {
      await room.connect(url, token);
      events.remotePresent(isSomebodyThere(room));
      events.playbackBlocked(!room.canPlaybackAudio);
    },
    setMicrophone: microphone.setEnabled,
    async switchDevice(kind, deviceId) {
      if (kind === 'audioinput') await microphone.switchTo(deviceId);
      else await room.switchActiveDevice(kind, deviceId);
    },
    setRemoteAudible: remote.setAudible,
    startPlayback: () => room.startAudio(),
    level: (side) => (side === 'remote' ? remote.level() : ownLevel(room, meter)),
    async close() {
      microphone.close();
      detach();
      leavePaths();
      remote.clear();
      try {
        await room.disconnect();
      } finally {
        forgetDevices(room);
      }
    },
  };
}

function microphoneOf(room: Room, events: MediaRoomEvents): MicrophoneSource<LocalAudioTrack> {
  return {
    async open(deviceId) {
      // Browsers hide `mediaDevices` on pages that came over plain HTTP from another machine.
      if (!navigator.mediaDevices) throw new DeviceUnsupportedError();
      return createLocalAudioTrack(captureOf(deviceId));
    },
    isOpen,
    reopen: (track, deviceId) => track.restartTrack(captureOf(deviceId)),
    async publish(track) {
      const { localParticipant } = room;
      if (localParticipant.getTrackPublication(Track.Source.Microphone)?.track === track) return;
      // A page that may use a microphone may play sound, too: Safari decides it at this moment.
      room.startAudio().catch(() => events.playbackBlocked(true));
      // LiveKit's types differ from themselves under `exactOptionalPropertyTypes`.
      await localParticipant.publishTrack(track as LocalTrack);
    },
    async switchTo(deviceId) {
      await room.switchActiveDevice('audioinput', deviceId);
    },
    onReopened: (track, listener) => track.on(TrackEvent.Restarted, listener),
    onLost: (track, listener) =>
      // LiveKit mutes a track whose device is gone and for which it has found no other.
      track.on(TrackEvent.Muted, () => {
        if (!isOpen(track)) listener();
      }),
  };
}

function isOpen(track: LocalAudioTrack): boolean {
  return track.mediaStreamTrack.readyState === 'live';
}

function captureOf(deviceId: string | null): AudioCaptureOptions {
  return { ...audioCapture, ...(deviceId ? { deviceId } : {}) };
}

function ownLevel(room: Room, meter: Meter<LocalAudioTrack>): number {
  return room.localParticipant.isMicrophoneEnabled ? meter.level() : 0;
}

function listen(room: Room, events: MediaRoomEvents, remote: RemoteAudio): () => void {
  const present = () => events.remotePresent(isSomebodyThere(room));
  const hear = () => remote.keep(remoteAudioOf(room));
  room
    .on(RoomEvent.Disconnected, (reason) => events.closed(closedReason(reason)))
    .on(RoomEvent.ParticipantConnected, present)
    .on(RoomEvent.ParticipantDisconnected, present)
    .on(RoomEvent.TrackSubscribed, hear)
    .on(RoomEvent.TrackUnsubscribed, hear)
    // LiveKit (2.23) does not tell of a track that comes while both sides reconnect. Who speaks is told
    // in any case: a track that nobody plays is found at its first word.
    .on(RoomEvent.ActiveSpeakersChanged, hear)
    .on(RoomEvent.Reconnected, hear)
    .on(RoomEvent.AudioPlaybackStatusChanged, () => events.playbackBlocked(!room.canPlaybackAudio))
    .on(RoomEvent.MediaDevicesError, events.microphoneFailed)
    .on(RoomEvent.ConnectionQualityChanged, (quality, participant) => {
      if (participant.isLocal) events.quality(qualityWord(quality));
      else present();
    })
    .on(RoomEvent.DataReceived, (payload, participant, _kind, topic) => {
      events.message(payload, { topic, hasSender: participant !== undefined });
    });
  return () => room.removeAllListeners();
}

/**
 * A participant who vanished stays in the room for half a minute: LiveKit waits for it to come back. That nothing
 * comes from it is known after a few seconds.
 */
function isSomebodyThere(room: Room): boolean {
  return [...room.remoteParticipants.values()].some(
    ({ identity, connectionQuality }) =>
      isSideIdentity(identity) && connectionQuality !== LivekitQuality.Lost,
  );
}

/** What there is to be heard now, and whether it is the other side's voice: a supervisor may have joined. */
function remoteAudioOf(room: Room): Map<RemoteAudioTrack, { isOfSide: boolean }> {
  const heard = new Map<RemoteAudioTrack, { isOfSide: boolean }>();
  for (const { identity, trackPublications } of room.remoteParticipants.values()) {
    for (const { track } of trackPublications.values()) {
      if (!(track instanceof RemoteAudioTrackClass)) continue;
      heard.set(track, { isOfSide: isSideIdentity(identity) });
    }
  }
  return heard;
}

function closedReason(reason: DisconnectReason | undefined): RoomClosed {
  if (reason === DisconnectReason.DUPLICATE_IDENTITY) return 'moved';
  return reason === DisconnectReason.CLIENT_INITIATED ? 'left' : 'lost';
}

function qualityWord(quality: LivekitQuality): ConnectionQuality {
  switch (quality) {
    case LivekitQuality.Excellent:
    case LivekitQuality.Good:
      return 'good';
    case LivekitQuality.Poor:
      return 'poor';
    case LivekitQuality.Lost:
      return 'lost';
    case LivekitQuality.Unknown:
      return 'unknown';
    default:
      return quality satisfies never;
  }
}

interface Meter<T> {
  follow(track: T | undefined): void;
  level(): number;
}

/** Measures one track at a time; following another one lets go of the first. */
function createMeter<T extends LocalAudioTrack | RemoteAudioTrack>(): Meter<T> {
  let followed: MediaStreamTrack | undefined;
  let analyser: ReturnType<typeof createAudioAnalyser> | undefined;
  return {
    follow(track) {
      if (followed === track?.mediaStreamTrack) return;
      void analyser?.cleanup();
      followed = track?.mediaStreamTrack;
      analyser = track && createAudioAnalyser(track, { cloneTrack: false });
    },
    level: () => analyser?.calculateVolume() ?? 0,
  };
}

type RemoteAudio = ReturnType<typeof createRemoteAudio>;

/** Plays all voices but the own, or none of them while on hold; measures the other side's alone. */
function createRemoteAudio() {
  const tracks = new Set<RemoteAudioTrack>();
  const meter = createMeter<RemoteAudioTrack>();
  let audible = true;
  const remove = (track: RemoteAudioTrack) => {
    tracks.delete(track);
    for (const element of track.detach()) element.remove();
  };
  const add = (track: RemoteAudioTrack) => {
    tracks.add(track);
    track.mediaStreamTrack.enabled = audible;
    track.attach();
  };
  /** Plays these, and no others any more. */
  const keep = (those: ReturnType<typeof remoteAudioOf>) => {
    for (const track of [...tracks]) if (!those.has(track)) remove(track);
    for (const track of those.keys()) if (!tracks.has(track)) add(track);
    meter.follow([...tracks].findLast((track) => those.get(track)?.isOfSide));
  };
  return {
    keep,
    clear: () => keep(new Map()),
    setAudible(next: boolean) {
      audible = next;
      for (const track of tracks) track.mediaStreamTrack.enabled = next;
    },
    level: () => (audible ? meter.level() : 0),
  };
}
