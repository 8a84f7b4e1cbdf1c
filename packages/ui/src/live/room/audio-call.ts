import type { ConnectionQuality, ConnectionState } from '../../connection-badge/connection.ts';
import { backOffMs, waitUnlessWoken } from '../feed/back-off.ts';
import { createObservable } from '../feed/observable.ts';
import { type AudioProblem, microphoneProblem } from './audio-problem.ts';
import { createLevelTicker, type LevelListener } from './level-ticker.ts';
import type {
  CreateMediaRoom,
  MediaRoom,
  MediaRoomEvents,
  RoomClosed,
  RoomTicket,
} from './media-room.ts';
import { gravest, noProblems, type StandingProblems } from './standing-problems.ts';

/** Everything a screen needs to know of the audio of a call. */
export interface AudioCallState {
  connection: ConnectionState;
  quality: ConnectionQuality;
  muted: boolean;
  held: boolean;
  remotePresent: boolean;
  playbackBlocked: boolean;
  /** The gravest of what stands in the way now; null again once that is solved, and after leaving. */
  problem: AudioProblem | null;
  microphoneId: string | null;
  speakerId: string | null;
}

/** What is so of every call outside of a room. */
const outside = { quality: 'unknown', remotePresent: false, playbackBlocked: false } as const;

/** Gets each data message with what is known of its sender. */
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
  #problems: StandingProblems = noProblems;

  constructor(options: AudioCallOptions) {
    this.#options = options;
    this.#state = createObservable<AudioCallState>({
      connection: 'idle',
      ...outside,
      muted: options.muted ?? false,
      held: false,
      problem: null,
      microphoneId: options.microphoneId ?? null,
      speakerId: options.speakerId ?? null,
    });
  }

  getState = (): AudioCallState => this.#state.get();
  subscribe = (listener: () => void): (() => void) => this.#state.subscribe(listener);
  subscribeLevels = (listener: LevelListener): (() => void) => this.#ticker.subscribe(listener);
  subscribeOwnLevel = (listener: (level: number) => void): (() => void) =>
    this.#ticker.subscribe(({ own }) => listener(own));
  subscribeRemoteLevel = (listener: (level: number) => void): (() => void) =>
    this.#ticker.subscribe(({ remote }) => listener(remote));

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
    this.#patch({ connection: 'idle', ...outside, ...this.#having(noProblems) });
  };

  setMuted = (muted: boolean): void => {
    this.#patch({ muted });
    void this.#applyMicrophone();
  };

  /** On hold neither side hears the other, whatever the mute button says. */
  setHeld = (held: boolean): void => {
    if (held === this.getState().held) return;
    this.#patch({ held });
    this.#room?.setRemoteAudible(!held);
    void this.#applyMicrophone();
  };

  /** Asks for the microphone once more, after the person has allowed it or plugged one in. */
  retryMicrophone = (): void => void this.#applyMicrophone();

  /** Changes to another microphone, and opens it where none is open that should be. */
  chooseMicrophone = (deviceId: string): Promise<void> => {
    this.#patch({ microphoneId: deviceId });
    return this.#applyMicrophone((room) => room.switchDevice('audioinput', deviceId));
  };

  chooseSpeaker = async (deviceId: string): Promise<void> => {
    this.#patch({ speakerId: deviceId });
    const room = this.#room;
    const problem = await room?.switchDevice('audiooutput', deviceId).then(
      () => null,
      () => 'speaker-failed' as const,
    );
    if (problem !== undefined && room === this.#room) {
      this.#patch(this.#having({ speaker: problem }));
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
    this.#patch({ connection: 'connecting', ...this.#having(noProblems) });
    while (!signal.aborted) {
      const outcome = await this.#joinOnce(signal);
      if (signal.aborted) return;
      if (outcome.closed === 'refused') {
        return this.#outsideFor('refused', 'access-refused');
      }
      if (outcome.closed === 'moved') return this.#outsideFor('moved', null);
      failures = outcome.wasConnected ? 1 : failures + 1;
      this.#outsideFor('lost', 'connection-failed');
      await wait(backOffMs(failures, random()), signal);
    }
  }

  /** No room any more; what was wrong in it went with it. */
  #outsideFor(connection: ConnectionState, problem: AudioProblem | null): void {
    this.#patch({
      connection,
      ...outside,
      ...this.#having({ ...noProblems, connection: problem }),
    });
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
    this.#patch({ connection: 'connected', ...this.#having(noProblems) });
    room.setRemoteAudible(!held);
    void this.#applyMicrophone();
    if (speakerId) void this.chooseSpeaker(speakerId);
  }

  #eventsUntil(signal: AbortSignal, closed: (reason: RoomClosed) => void): MediaRoomEvents {
    const patch = (part: Partial<AudioCallState>) => {
      if (!signal.aborted) this.#patch(part);
    };
    return {
      reconnecting: () => patch({ connection: 'reconnecting' }),
      reconnected: () => patch({ connection: 'connected' }),
      closed,
      remotePresent: (remotePresent) => patch({ remotePresent }),
      playbackBlocked: (playbackBlocked) => patch({ playbackBlocked }),
      quality: (quality) => patch({ quality }),
      microphoneFailed: (error) => {
        if (!signal.aborted) this.#patch(this.#having({ microphone: microphoneProblem(error) }));
      },
      microphoneLost: () => {
        if (!signal.aborted) void this.#applyMicrophone();
      },
      message: (payload, meta) => {
        if (!signal.aborted) for (const listener of this.#messages) listener(payload, meta);
      },
    };
  }

  /** Brings the microphone to what mute and hold ask for, after `first`; one change after another. */
  #applyMicrophone(first?: (room: MediaRoom) => Promise<void>): Promise<void> {
    this.#microphoneWork = this.#microphoneWork.then(async () => {
      const room = this.#room;
      if (!room) return;
      const problem = await this.#bringMicrophone(room, first).then(() => null, microphoneProblem);
      if (room === this.#room) this.#patch(this.#having({ microphone: problem }));
    });
    return this.#microphoneWork;
  }

  async #bringMicrophone(
    room: MediaRoom,
    first?: (room: MediaRoom) => Promise<void>,
  ): Promise<void> {
    await first?.(room);
    const { muted, held, microphoneId } = this.getState();
    await room.setMicrophone(!muted && !held, microphoneId);
  }

  /** These problems and those that stand besides, as part of the state. */
  #having(problems: Partial<StandingProblems>): Pick<AudioCallState, 'problem'> {
    this.#problems = { ...this.#problems, ...problems };
    return { problem: gravest(this.#problems) };
  }

  #patch(part: Partial<AudioCallState>): void {
    const state = this.#state.get();
    const changed = Object.entries(part).some(
      ([key, value]) => state[key as keyof AudioCallState] !== value,
    );
    if (changed) this.#state.set({ ...state, ...part });
  }
}
