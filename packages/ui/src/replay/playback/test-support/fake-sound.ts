import type { HeardLane } from '../playback-state.ts';
import type { PlayedSound, SoundElement } from '../sound-clock.ts';

/** A sound that plays as far as a test says. */
export class FakeSound implements PlayedSound {
  readonly durationMs: number;
  currentTime = 0;
  playbackRate = 1;
  isPlaying = false;
  heard: HeardLane = 'both';
  /** Why it does not play. */
  refusal: Error | null = null;
  readonly #endMs: number;
  readonly #listeners = new Map<string, Set<() => void>>();

  /** `endMs` is where the file really ends. */
  constructor(durationMs: number, endMs = durationMs) {
    this.durationMs = durationMs;
    this.#endMs = endMs;
  }

  /** The element is the fake itself. */
  get element(): SoundElement {
    return this as unknown as SoundElement;
  }

  get ended(): boolean {
    return this.currentTime * 1_000 >= this.#endMs;
  }

  get listeners(): number {
    return [...this.#listeners.values()].reduce((sum, { size }) => sum + size, 0);
  }

  hear = (lane: HeardLane): void => {
    this.heard = lane;
  };

  async play(): Promise<void> {
    if (this.refusal) throw this.refusal;
    this.isPlaying = true;
  }

  pause(): void {
    this.isPlaying = false;
  }

  /** Plays on, if it plays. */
  pass(ms: number): void {
    if (!this.isPlaying) return;
    const atMs = Math.min(this.currentTime * 1_000 + ms * this.playbackRate, this.#endMs);
    this.currentTime = atMs / 1_000;
  }

  addEventListener(name: string, listener: () => void): void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(listener));
  }

  removeEventListener(name: string, listener: () => void): void {
    this.#listeners.get(name)?.delete(listener);
  }

  /** Something happens to it. */
  tell(name: string): void {
    for (const listener of [...(this.#listeners.get(name) ?? [])]) listener();
  }
}
