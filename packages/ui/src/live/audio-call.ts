import { type AudioProblem, microphoneProblem } from './audio-problem.ts';
import { backOffMs, waitUnlessWoken } from './back-off.ts';
import { createLevelTicker, type LevelListener } from './level-ticker.ts';
import type {
  ConnectionQuality,
  CreateMediaRoom,
  MediaRoom,
  MediaRoomEvents,
  RoomClosed,
  RoomTicket,
} from './media-room.ts';
import { createObservable } from './observable.ts';

/**
 * `reconnecting`: the media library is mending the connection; `lost`: it gave up and we join anew;
 * `moved`: another tab has the call; `refused`: the server says that the call is not ours or over.
 */
export type CallConnection =
  | 'idle'
  | 'connecting'
  | 'connected'
  | 'reconnecting'
  | 'lost'
  | 'moved'
  | 'refused';

/** Everything a screen needs to know of the audio of a call. */
export interface AudioCallState {
  connection: CallConnection;
  quality: ConnectionQuality;
  muted: boolean;
  held: boolean;
  remotePresent: boolean;
  playbackBlocked: boolean;
  problem: AudioProblem | null;
  microphoneId: string | null;
  speakerId: string | null;
}

export type MessageListener = (
  payload: Uint8Array,
  meta: { topic: string | undefined; hasSender: boolean },
) => void;

/** What an audio call is made of; time and randomness come from outside for tests. */
export interface AudioCallOptions {
  createRoom: CreateMediaRoom;
  /** Fresh access for each join. `refused` ends the attempts, a rejection is retried. */
  getAccess(signal: AbortSignal): Promise<RoomTicket | 'refused'>;
  microphoneId?: string | null;
  speakerId?: string | null;
  /** Whether to join muted. Default false. */
  muted?: boolean;
  /** Default: real time, cut short when the browser comes back online. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Default `Math.random`. */
  random?: () => number;
}

/**
 * The audio of one call in one browser: joins, stays, and joins again for as long as it is started.
 * Framework-free; `useAudioCall` binds it to React.
 */
export class AudioCall {
  readonly #options: AudioCallOptions;
  readonly #state;
  readonly #messages = new Set<MessageListener>();
  readonly #ticker = createLevelTicker((side) => this.#room?.level(side) ?? 0);
  #room: MediaRoom | undefined;
  #running: AbortController | undefined;
  #microphoneWork: Promise<void> = Promise.resolve();

  constructor(options: AudioCallOptions) {
    this.#options = options;
    this.#state = createObservable<AudioCallState>({
      connection: 'idle',
      quality: 'unknown',
      muted: options.muted ?? false,
      held: false,
      remotePresent: false,
      playbackBlocked: false,
      problem: null,
      microphoneId: options.microphoneId ?? null,
      speakerId: options.speakerId ?? null,
    });
  }

  getState = (): AudioCallState => this.#state.get();
  subscribe = (listener: () => void): (() => void) => this.#state.subscribe(listener);
  subscribeLevels = (listener: LevelListener): (() => void) => this.#ticker.subscribe(listener);

  subscribeMessages = (listener: MessageListener): (() => void) => {
    this.#messages.add(listener);
    return () => this.#messages.delete(listener);
  };

  /** Joins, and keeps joining. Also takes the call back after it has moved to another tab. */
  start = (): void => {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    void this.#stayJoined(running.signal);
  };

  /** Leaves. Harmless when not started. */
  stop = (): void => {
    this.#running?.abort();
    this.#running = undefined;
    this.#patch({ connection: 'idle', remotePresent: false, playbackBlocked: false });
  };

  setMuted = (muted: boolean): void => {
    this.#patch({ muted });
    this.#applyMicrophone();
  };

  /** On hold neither side hears the other, whatever the mute button says. */
  setHeld = (held: boolean): void => {
    if (held === this.getState().held) return;
    this.#patch({ held });
    this.#room?.setRemoteAudible(!held);
    this.#applyMicrophone();
  };

  /** Asks for the microphone once more, after the person has allowed it or plugged one in. */
  retryMicrophone = (): void => this.#applyMicrophone();

  chooseMicrophone = async (deviceId: string): Promise<void> => {
    this.#patch({ microphoneId: deviceId });
    try {
      await this.#room?.switchDevice('audioinput', deviceId);
      this.#patch({ problem: null });
    } catch (error) {
      this.#patch({ problem: microphoneProblem(error) });
    }
  };

  chooseSpeaker = async (deviceId: string): Promise<void> => {
    this.#patch({ speakerId: deviceId });
    try {
      await this.#room?.switchDevice('audiooutput', deviceId);
    } catch {
      this.#patch({ problem: 'speaker-failed' });
    }
  };

  /** To be called from a click: lets the browser play sound. */
  startPlayback = async (): Promise<void> => {
    try {
      await this.#room?.startPlayback();
    } catch {
      this.#patch({ playbackBlocked: true });
    }
  };

  async #stayJoined(signal: AbortSignal): Promise<void> {
    const wait = this.#options.wait ?? waitUnlessWoken;
    const random = this.#options.random ?? Math.random;
    let failures = 0;
    this.#patch({ connection: 'connecting', problem: null });
    while (!signal.aborted) {
      const outcome = await this.#joinOnce(signal);
      if (signal.aborted) return;
      if (outcome.closed === 'refused') {
        return this.#patch({ connection: 'refused', problem: 'access-refused' });
      }
      if (outcome.closed === 'moved') return this.#patch({ connection: 'moved' });
      failures = outcome.wasConnected ? 1 : failures + 1;
      this.#patch({ connection: 'lost', problem: 'connection-failed', remotePresent: false });
      await wait(backOffMs(failures, random()), signal);
    }
  }

  /** One room from joining to its end. */
  async #joinOnce(
    signal: AbortSignal,
  ): Promise<{ closed: RoomClosed | 'refused'; wasConnected: boolean }> {
    const closed = Promise.withResolvers<RoomClosed>();
    const room = this.#options.createRoom(this.#eventsUntil(signal, closed.resolve));
    const leave = () => {
      if (this.#room === room) this.#room = undefined;
      closed.resolve('left');
      void room.close();
    };
    signal.addEventListener('abort', leave);
    let wasConnected = false;
    try {
      const ticket = await this.#options.getAccess(signal);
      if (signal.aborted) return { closed: 'left', wasConnected };
      if (ticket === 'refused') return { closed: 'refused', wasConnected };
      await room.connect(ticket);
      if (signal.aborted) return { closed: 'left', wasConnected };
      wasConnected = true;
      this.#joined(room);
      return { closed: await closed.promise, wasConnected };
    } catch {
      return { closed: 'lost', wasConnected };
    } finally {
      signal.removeEventListener('abort', leave);
      leave();
    }
  }

  #joined(room: MediaRoom): void {
    this.#room = room;
    const { held, speakerId } = this.getState();
    this.#patch({ connection: 'connected', problem: null });
    room.setRemoteAudible(!held);
    this.#applyMicrophone();
    if (speakerId) void this.chooseSpeaker(speakerId);
  }

  #eventsUntil(signal: AbortSignal, closed: (reason: RoomClosed) => void): MediaRoomEvents {
    const patch = (part: Partial<AudioCallState>) => {
      if (!signal.aborted) this.#patch(part);
    };
    return {
      reconnecting: () => patch({ connection: 'reconnecting' }),
      reconnected: () => patch({ connection: 'connected', problem: null }),
      closed,
      remotePresent: (remotePresent) => patch({ remotePresent }),
      playbackBlocked: (playbackBlocked) => patch({ playbackBlocked }),
      quality: (quality) => patch({ quality }),
      microphoneFailed: (error) => patch({ problem: microphoneProblem(error) }),
      message: (payload, meta) => {
        if (!signal.aborted) for (const listener of this.#messages) listener(payload, meta);
      },
    };
  }

  /** Brings the microphone to what mute and hold ask for, one change after another. */
  #applyMicrophone(): void {
    this.#microphoneWork = this.#microphoneWork.then(async () => {
      const room = this.#room;
      const { muted, held, microphoneId } = this.getState();
      if (!room) return;
      try {
        await room.setMicrophone(!muted && !held, microphoneId);
        if (room !== this.#room) return;
        if (isMicrophoneProblem(this.getState().problem)) this.#patch({ problem: null });
      } catch (error) {
        if (room === this.#room) this.#patch({ problem: microphoneProblem(error) });
      }
    });
  }

  #patch(part: Partial<AudioCallState>): void {
    const state = this.#state.get();
    const changed = Object.entries(part).some(
      ([key, value]) => state[key as keyof AudioCallState] !== value,
    );
    if (changed) this.#state.set({ ...state, ...part });
  }
}

function isMicrophoneProblem(problem: AudioProblem | null): boolean {
  return problem?.startsWith('microphone-') ?? false;
}
