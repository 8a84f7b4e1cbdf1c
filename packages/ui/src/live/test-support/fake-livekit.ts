/** A track of the fake LiveKit. */
export interface FakeAudioTrack {
  isLive: boolean;
  /** LiveKit opens a device anew for the same track, as after the device was unplugged. */
  reopen(): void;
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
  /** Rooms that are not disconnected. */
  openRoomCount(): number;
  liveTrackCount(): number;
  reset(): void;
}

/**
 * A LiveKit whose answers are given by hand. As the real one does, it stops tracks that it has published
 * and no others.
 */
function createFakeLivekit(): FakeLivekit {
  const tracks: ReturnType<typeof audioTrack>[] = [];
  const rooms: { isOpen: boolean }[] = [];
  const requests: FakeLivekit['requests'] = [];
  const publications: FakeLivekit['publications'] = [];

  function createLocalAudioTrack() {
    const answer = Promise.withResolvers<ReturnType<typeof audioTrack>>();
    let isAnswered = false;
    requests.push({
      grant() {
        if (isAnswered) return;
        isAnswered = true;
        const track = audioTrack();
        tracks.push(track);
        answer.resolve(track);
      },
      deny: () => answer.reject(Object.assign(new Error('denied'), { name: 'NotAllowedError' })),
    });
    return answer.promise;
  }

  function publish() {
    const answer = Promise.withResolvers<void>();
    publications.push({
      accept: answer.resolve,
      refuse: () => answer.reject(new Error('publication of local track timed out')),
    });
    return answer.promise;
  }

  class FakeRoom {
    isOpen = true;
    readonly remoteParticipants = new Map();
    readonly canPlaybackAudio = true;
    #published: ReturnType<typeof audioTrack> | undefined;
    readonly localParticipant = {
      isMicrophoneEnabled: true,
      getTrackPublication: () => this.#published && { track: this.#published },
      publishTrack: async (track: ReturnType<typeof audioTrack>) => {
        await publish();
        this.#published = track;
      },
    };

    constructor() {
      rooms.push(this);
    }

    on = () => this;
    removeAllListeners = () => this;
    connect = async () => undefined;
    startAudio = async () => undefined;
    switchActiveDevice = async () => true;
    disconnect = async () => {
      this.isOpen = false;
      this.#published?.stop();
    };
  }

  return {
    exports: { Room: FakeRoom, createLocalAudioTrack, createAudioAnalyser: audioAnalyser },
    tracks,
    requests,
    publications,
    openRoomCount: () => rooms.filter(({ isOpen }) => isOpen).length,
    liveTrackCount: () => tracks.filter(({ isLive }) => isLive).length,
    reset() {
      for (const list of [tracks, rooms, requests, publications]) list.length = 0;
    },
  };
}

function audioTrack() {
  const listeners: (() => void)[] = [];
  return {
    isLive: true,
    mediaStreamTrack: {},
    on: (_event: string, listener: () => void) => void listeners.push(listener),
    mute: async () => undefined,
    unmute: async () => undefined,
    stop() {
      this.isLive = false;
    },
    reopen() {
      this.isLive = true;
      for (const listener of listeners) listener();
    },
  };
}

function audioAnalyser() {
  return { calculateVolume: () => 0.5, cleanup: async () => undefined };
}

/** The one that a test file puts in place of `livekit-client`. */
export const fakeLivekit: FakeLivekit = createFakeLivekit();
