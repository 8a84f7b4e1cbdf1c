import {
  type HeardLane,
  type PlaybackState,
  pausedPlayback,
  type TimeSpan,
} from './playback-state.ts';
import { type PlayedSound, SoundClock } from './sound-clock.ts';

/** What a playback needs of its surroundings, and where it begins. */
export interface PlaybackOptions {
  /** Length of the call in milliseconds; it ends there whatever the sound does. */
  durationMs: number;
  /** Where it stands at first. Default 0. */
  positionMs?: number | undefined;
  /** Default 1. */
  rate?: number | undefined;
  /** A clock in milliseconds that nobody sets. Default `performance.now`. */
  now?: (() => number) | undefined;
  /** Runs `tick` a few dozen times a second; returns the way to end that. Default: a timer. */
  everyTick?: ((tick: () => void) => () => void) | undefined;
}

const TICK_MS = 40;

/**
 * Plays a call: by its sound as far as there is any, else by a clock, always on the time of the call.
 * Framework-free. Nothing it shows depends on how a position was reached.
 */
export class Playback {
  readonly durationMs: number;
  readonly #now: () => number;
  readonly #everyTick: (tick: () => void) => () => void;
  readonly #listeners = new Set<() => void>();
  #state: PlaybackState;
  #skips: readonly TimeSpan[] = [];
  #sound: SoundClock | null = null;
  #stopTicking: (() => void) | null = null;
  #positionMs: number;
  /** When `#positionMs` was true, by the clock. */
  #atMs = 0;

  constructor({
    durationMs,
    positionMs = 0,
    rate = 1,
    now = () => performance.now(),
    everyTick = every,
  }: PlaybackOptions) {
    this.durationMs = durationMs;
    this.#now = now;
    this.#everyTick = everyTick;
    this.#positionMs = this.#within(positionMs);
    this.#state = { ...pausedPlayback, rate };
  }

  getState = (): PlaybackState => this.#state;

  /** Milliseconds since the beginning of the call. */
  getPositionMs = (): number => this.#positionMs;

  /** Runs `listener` after each change, also of the position; returns the way to end that. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Gives it the sound, which begins with the call; returns the way to take it away. */
  attachSound = (sound: PlayedSound): (() => void) => {
    const clock = new SoundClock(sound, (change) => {
      if (change.failed) this.#loseSound();
      else this.#set({ ...change });
    });
    this.#sound = clock;
    clock.setRate(this.#state.rate);
    clock.hear(this.#state.heard);
    clock.seek(this.#positionMs);
    this.#set({ sound: 'loading' });
    if (this.#state.status !== 'paused') this.#go();
    return () => {
      if (this.#sound === clock) {
        this.#sound = null;
        this.#set({ sound: 'none' });
      }
      clock.close();
    };
  };

  play = (): void => {
    if (this.#state.status !== 'paused') return;
    // From the end it begins anew.
    if (this.#positionMs >= this.durationMs) this.seek(0);
    this.#stopTicking = this.#everyTick(this.#tick);
    this.#go();
  };

  pause = (): void => {
    if (this.#state.status === 'paused') return;
    this.#stopTicking?.();
    this.#stopTicking = null;
    this.#sound?.pause();
    this.#set({ status: 'paused' });
  };

  toggle = (): void => (this.#state.status === 'paused' ? this.play() : this.pause());

  /** Goes to a moment of the call; one outside of it is its nearest end. */
  seek = (positionMs: number): void => {
    this.#positionMs = this.#within(positionMs);
    this.#atMs = this.#now();
    this.#sound?.seek(this.#positionMs);
    if (this.#state.status !== 'paused') this.#go();
    this.#tell();
  };

  setRate = (rate: number): void => {
    this.#atMs = this.#now();
    this.#sound?.setRate(rate);
    this.#set({ rate });
  };

  setSkipsSilence = (skipsSilence: boolean): void => this.#set({ skipsSilence });

  /** What is skipped where silence is: by their beginning, none within another. */
  setSkips = (skips: readonly TimeSpan[]): void => {
    this.#skips = skips;
  };

  setHeard = (heard: HeardLane): void => {
    this.#sound?.hear(heard);
    this.#set({ heard });
  };

  /** Ends everything that goes on. */
  close = (): void => {
    this.pause();
    this.#sound?.close();
    this.#sound = null;
  };

  /** Goes on by the sound where there is some, else by the clock. */
  #go(): void {
    this.#atMs = this.#now();
    this.#set({ status: 'playing' });
    this.#sound?.playFrom(this.#positionMs);
  }

  #tick = (): void => {
    const nowMs = this.#now();
    const heardMs = this.#sound?.positionMs(this.#positionMs) ?? null;
    const passedMs = (nowMs - this.#atMs) * this.#state.rate;
    this.#positionMs = this.#within(heardMs ?? this.#positionMs + passedMs);
    this.#atMs = nowMs;
    this.#skipSilence();
    if (this.#positionMs >= this.durationMs) this.pause();
    this.#tell();
  };

  #skipSilence(): void {
    if (!this.#state.skipsSilence) return;
    const at = this.#positionMs;
    const span = this.#skips.find(({ startMs, endMs }) => startMs <= at && at < endMs);
    if (!span) return;
    const count = (this.#state.lastSkip?.count ?? 0) + 1;
    this.#set({ lastSkip: { durationMs: span.endMs - at, count } });
    this.seek(span.endMs);
  }

  #loseSound(): void {
    this.#sound?.close();
    this.#sound = null;
    this.#atMs = this.#now();
    const isPaused = this.#state.status === 'paused';
    this.#set({ sound: 'failed', status: isPaused ? 'paused' : 'playing' });
  }

  #within(positionMs: number): number {
    return Number.isNaN(positionMs) ? 0 : Math.min(Math.max(0, positionMs), this.durationMs);
  }

  #set(change: Partial<PlaybackState>): void {
    const keys = Object.keys(change) as (keyof PlaybackState)[];
    if (keys.every((key) => this.#state[key] === change[key])) return;
    this.#state = { ...this.#state, ...change };
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function every(tick: () => void): () => void {
  const timer = setInterval(tick, TICK_MS);
  return () => clearInterval(timer);
}
