/** Every stage works on mono 16-bit PCM at this rate, which LiveKit delivers and Whisper and Silero expect. */
export const SAMPLE_RATE = 16_000;

/** Samples in one millisecond of audio. */
export const SAMPLES_PER_MS = SAMPLE_RATE / 1000;

/** A short piece of one speaker's audio. */
export interface AudioFrame {
  samples: Int16Array;
  /** When the last sample arrived here, in milliseconds since the call was answered. */
  arrivedAtMs: number;
}

/**
 * What a track delivers: frames, and `'cut'` where the speaker was muted, put on hold or lost, so
 * that whatever was being said is over at once.
 */
export type TrackAudio = AudioFrame | 'cut';

/** Milliseconds since the call was answered. */
export type CallClock = () => number;
