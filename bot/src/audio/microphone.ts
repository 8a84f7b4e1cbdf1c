import type { TrackAudio } from './audio-frame.ts';

/** One side's microphone, for as long as its track lives. */
export interface Microphone {
  /**
   * Opens what is heard, beginning with what nobody has read yet; what was opened before ends. It
   * ends with the track, and throws when the track's stream fails: then it can be opened again.
   */
  open(): AsyncIterable<TrackAudio>;
}
