import type { AudioFrame } from './audio-frame.ts';

/** Hears the frames of one side beside its pipeline. Neither function may throw or take long. */
export interface FrameTap {
  /** Each frame as it arrives, before anybody has read it. */
  onFrame(frame: AudioFrame): void;
  /** A frame that nobody will read: too many waited. */
  onDropped(frame: AudioFrame): void;
}
