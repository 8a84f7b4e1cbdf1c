import type { Side } from '@agent/protocol';

/** Speeds to choose from; 1 is as it was. */
export const playbackRates = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const;

/** A stretch of a call, in milliseconds since its beginning. */
export interface TimeSpan {
  startMs: number;
  endMs: number;
}

/** When somebody talked, by side. Used where there is no waveform. */
export interface TalkSpans {
  customer: readonly TimeSpan[];
  agent: readonly TimeSpan[];
}

/** Whose voice is heard. */
export type HeardLane = 'both' | Side;

/** `none`: there is none, the clock goes on without it; `failed`: it could not be loaded. */
export type PlaybackSound = 'none' | 'loading' | 'ready' | 'failed';

/** How a playback stands, its position aside. */
export interface PlaybackState {
  /** `buffering`: it would play, and waits for sound to arrive. */
  status: 'paused' | 'playing' | 'buffering';
  /** One of `playbackRates`. */
  rate: number;
  skipsSilence: boolean;
  heard: HeardLane;
  sound: PlaybackSound;
  /** The stretch skipped last, and how many were; null before the first. */
  lastSkip: { durationMs: number; count: number } | null;
}

/** A playback that was not started. */
export const pausedPlayback: PlaybackState = {
  status: 'paused',
  rate: 1,
  skipsSilence: false,
  heard: 'both',
  sound: 'none',
  lastSkip: null,
};
