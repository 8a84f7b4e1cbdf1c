/** A track of the fake LiveKit. */
export interface FakeAudioTrack {
  readonly isLive: boolean;
  /** LiveKit reopens a device for the same track, as after the device was unplugged. */
  reopen(): void;
  /** The device is unplugged and LiveKit finds no other: it mutes the track. */
  lose(): void;
}

/** Somebody else in the room, who speaks. */
export interface FakeParticipant {
  /** Whether the browser plays the voice. */
  isPlayed(): boolean;
  /** Whether anything of it is heard. */
  isHeard(): boolean;
  /** Nothing comes any more; the room waits for it to come back. */
  vanish(): void;
  leave(): void;
}

/** What a test sees of the fake LiveKit, and what it answers by hand. */
export interface FakeLivekit {
  /** Everything that stands in for an export of `livekit-client`. */
  readonly exports: Record<string, unknown>;
  /** All tracks that the browser has granted so far. */
  readonly tracks: FakeAudioTrack[];
  /** Requests for a microphone: the person answers them, each once. */
  readonly requests: { grant(): void; deny(): void }[];
  /** Publications: the server answers them. */
  readonly publications: { accept(): void; refuse(): void }[];
  /** Somebody comes into the newest room, speaks and is this loud (0–1). */
  enter(identity: string, volume?: number): FakeParticipant;
  /** Rooms that are not disconnected. */
  openRoomCount(): number;
  liveTrackCount(): number;
  /** Tracks that send sound: live and not muted. */
  heardTrackCount(): number;
  reset(): void;
}

/** What there is of the fake LiveKit. */
interface Parts extends Pick<FakeLivekit, 'requests' | 'publications'> {
  tracks: AudioTrack[];
  rooms: FakeRoom[];
}
type FakeRoom = InstanceType<ReturnType<typeof fakeRoomClass>>;
type AudioTrack = ReturnType<typeof audioTrack>;

/**
 * A LiveKit whose answers are given by hand. As the real one does, it stops tracks that it has published
 * and no others, lets go of a device before it opens another, and switches no track that is not published.
 */
function createFakeLivekit(): FakeLivekit {
  const parts: Parts = { tracks: [], rooms: [], requests: [], publications: [] };
  const { tracks, rooms, requests, publications } = parts;
  return {
    exports: {
      Room: fakeRoomClass(parts),
      createLocalAudioTrack: () =>
        askForDevice(parts, () => {
          const track = audioTrack(parts);
          tracks.push(track);
          return track;
        }),
      createAudioAnalyser: audioAnalyser,
      RemoteAudioTrack,
    },
    tracks,
    requests,
    publications,
    enter: (identity, volume = 0.5) => enter(rooms.at(-1) as FakeRoom, identity, volume),
    openRoomCount: () => rooms.filter(({ isOpen }) => isOpen).length,
    liveTrackCount: () => tracks.filter(({ isLive }) => isLive).length,
    heardTrackCount: () => tracks.filter(({ isLive, isMuted }) => isLive && !isMuted).length,
    reset() {
      for (const list of [tracks, rooms, requests, publications]) list.length = 0;
    },
  };
}

function askForDevice<T>({ requests }: Parts, granted: () => T): Promise<T> {
  const answer = Promise.withResolvers<T>();
  let isAnswered = false;
  requests.push({
    grant() {
      if (isAnswered) return;
      isAnswered = true;
      answer.resolve(granted());
    },
    deny: () => answer.reject(Object.assign(new Error('denied'), { name: 'NotAllowedError' })),
  });
  return answer.promise;
}

function fakeRoomClass({ rooms, publications }: Parts) {
  return class FakeRoom {
    isOpen = true;
    readonly remoteParticipants = new Map<string, RemoteSpeaker>();
    readonly #listeners: [event: string, listener: (...told: unknown[]) => void][] = [];
    readonly canPlaybackAudio = true;
    #published: AudioTrack | undefined;
    readonly localParticipant = {
      isMicrophoneEnabled: true,
      trackPublications: new Map(),
      getTrackPublication: () => this.#published && { track: this.#published },
      publishTrack: async (track: AudioTrack) => {
        const answer = Promise.withResolvers<void>();
        publications.push({
          accept: answer.resolve,
          refuse: () => answer.reject(new Error('publication of local track timed out')),
        });
        await answer.promise;
        this.#published = track;
      },
    };

    constructor() {
      rooms.push(this);
    }

    on = (event: string, listener: (...told: unknown[]) => void) => {
      this.#listeners.push([event, listener]);
      return this;
    };
    emit = (event: string, ...told: unknown[]) => {
      for (const [name, listener] of [...this.#listeners]) if (name === event) listener(...told);
    };
    removeAllListeners = () => {
      this.#listeners.length = 0;
      return this;
    };
    connect = async () => undefined;
    startAudio = async () => undefined;
    switchActiveDevice = async () => {
      if (this.#published && !this.#published.isMuted) await this.#published.restartTrack();
      return true;
    };
    disconnect = async () => {
      this.isOpen = false;
      this.#published?.stop();
    };
  };
}

interface RemoteSpeaker {
  identity: string;
  connectionQuality: 'good' | 'lost';
  trackPublications: Map<string, { track: RemoteAudioTrack }>;
}

class RemoteAudioTrack {
  readonly mediaStreamTrack;
  readonly #elements: HTMLAudioElement[] = [];

  constructor(volume: number) {
    this.mediaStreamTrack = { readyState: 'live', enabled: true, volume };
  }

  get isPlayed(): boolean {
    return this.#elements.length > 0;
  }

  attach = () => void this.#elements.push(document.createElement('audio'));
  detach = () => this.#elements.splice(0);
}

function enter(room: FakeRoom, identity: string, volume: number): FakeParticipant {
  const track = new RemoteAudioTrack(volume);
  const speaker: RemoteSpeaker = {
    identity,
    connectionQuality: 'good',
    trackPublications: new Map([['microphone', { track }]]),
  };
  room.remoteParticipants.set(identity, speaker);
  room.emit('participantConnected', speaker);
  room.emit('trackSubscribed', track);
  return {
    isPlayed: () => track.isPlayed,
    isHeard: () => track.isPlayed && track.mediaStreamTrack.enabled,
    vanish() {
      speaker.connectionQuality = 'lost';
      room.emit('connectionQualityChanged', 'lost', speaker);
    },
    leave() {
      room.remoteParticipants.delete(identity);
      room.emit('trackUnsubscribed', track);
      room.emit('participantDisconnected', speaker);
    },
  };
}

function audioTrack(parts: Parts) {
  const listeners: [event: string, listener: () => void][] = [];
  const emit = (event: string) => {
    for (const [name, listener] of listeners) if (name === event) listener();
  };
  return {
    mediaStreamTrack: { readyState: 'live' },
    isMuted: false,
    get isLive() {
      return this.mediaStreamTrack.readyState === 'live';
    },
    on: (event: string, listener: () => void) => void listeners.push([event, listener]),
    async mute() {
      if (this.isMuted) return;
      this.isMuted = true;
      emit('muted');
    },
    async unmute() {
      this.isMuted = false;
    },
    stop() {
      this.mediaStreamTrack.readyState = 'ended';
    },
    async restartTrack() {
      this.stop();
      await askForDevice(parts, () => this.reopen());
    },
    reopen() {
      this.stop();
      this.mediaStreamTrack = { readyState: 'live' };
      emit('restarted');
    },
    lose() {
      this.stop();
      void this.mute();
    },
  };
}

function audioAnalyser({
  mediaStreamTrack,
}: {
  mediaStreamTrack: { readyState: string; volume?: number };
}) {
  const { volume = 0.5 } = mediaStreamTrack;
  return {
    calculateVolume: () => (mediaStreamTrack.readyState === 'live' ? volume : 0),
    cleanup: async () => undefined,
  };
}

/** The one that a test file puts in place of `livekit-client`. */
export const fakeLivekit: FakeLivekit = createFakeLivekit();
