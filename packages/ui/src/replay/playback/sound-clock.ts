import type { HeardLane, PlaybackState } from './playback-state.ts';

/** The element that plays the sound of a call, customer left, agent right. */
export type SoundElement = Pick<
  HTMLMediaElement,
  | 'currentTime'
  | 'duration'
  | 'playbackRate'
  | 'ended'
  | 'play'
  | 'pause'
  | 'addEventListener'
  | 'removeEventListener'
>;

/** A sound and how to hear one side of it alone. */
export interface PlayedSound {
  element: SoundElement;
  /** Length of it in milliseconds; it may be shorter than the call. */
  durationMs: number;
  /** Absent: one side alone cannot be heard. */
  hear?: ((lane: HeardLane) => void) | undefined;
}

/** What happens to a sound. */
export type SoundChange = Partial<Pick<PlaybackState, 'status' | 'sound'>> & { failed?: true };

/** The sound as a clock of the call: as far as it goes it says where the playback is. */
export class SoundClock {
  readonly #sound: PlayedSound;
  readonly #onChange: (change: SoundChange) => void;
  #wants = false;
  #isOpen = true;

  constructor(sound: PlayedSound, onChange: (change: SoundChange) => void) {
    this.#sound = sound;
    this.#onChange = onChange;
    for (const [name, listener] of this.#events) sound.element.addEventListener(name, listener);
  }

  /** Where the sound is, when it leads at that position; null where there is none any more. */
  positionMs(atMs: number): number | null {
    return this.#leads(atMs) ? this.#sound.element.currentTime * 1000 : null;
  }

  playFrom(atMs: number): void {
    this.#wants = atMs < this.#sound.durationMs;
    if (!this.#wants) return;
    this.#sound.element.play().catch((error: unknown) => {
      // Interrupted by a pause or another seek; whatever else it is, nothing is heard.
      if (this.#wants && !isNamed(error, 'AbortError')) this.#onChange({ failed: true });
    });
  }

  pause(): void {
    this.#wants = false;
    this.#sound.element.pause();
  }

  seek(atMs: number): void {
    const { element, durationMs } = this.#sound;
    element.currentTime = Math.min(atMs, durationMs) / 1000;
    if (atMs >= durationMs) this.pause();
  }

  setRate(rate: number): void {
    this.#sound.element.playbackRate = rate;
  }

  hear(lane: HeardLane): void {
    this.#sound.hear?.(lane);
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.pause();
    for (const [name, listener] of this.#events) {
      this.#sound.element.removeEventListener(name, listener);
    }
  }

  #leads(atMs: number): boolean {
    return this.#wants && !this.#sound.element.ended && atMs < this.#sound.durationMs;
  }

  #isBuffering = (isBuffering: boolean) => () => {
    if (this.#wants) this.#onChange({ status: isBuffering ? 'buffering' : 'playing' });
  };

  readonly #events: readonly [string, () => void][] = [
    ['loadedmetadata', () => this.#onChange({ sound: 'ready' })],
    ['error', () => this.#onChange({ failed: true })],
    ['waiting', this.#isBuffering(true)],
    ['playing', this.#isBuffering(false)],
    ['ended', this.#isBuffering(false)],
  ];
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
