/** Samples of one VAD decision: 32 ms. */
export const WINDOW_SAMPLES = 512;

/** Voice activity of one track. It remembers what it heard, so each track has its own. */
export interface Vad {
  /** Probability that the window holds speech. `window` has `WINDOW_SAMPLES` samples in −1…1. */
  speechProbability(window: Float32Array): Promise<number>;
  /** Forgets what it heard, as after a mute. */
  reset(): void;
}

/** Opens one VAD per track on a shared model. */
export type OpenVad = () => Vad;
