import { SAMPLES_PER_MS } from './audio-frame.ts';

/** Tells when a sample was heard, from when the frames around it arrived. */
export interface SampleClock {
  /** Notes that the sample before position `end` arrived at `arrivedAtMs`. */
  arrived(end: number, arrivedAtMs: number): void;
  /** Time of the sample at `position`, on the clock of the arrivals. */
  timeMs(position: number): number;
}

/** An arrival later than this is a pause of the track; a lesser one is jitter on the way. */
const PAUSE_MS = 500;

/**
 * Anchors positions to the promptest arrival: a frame is never early, so the smallest difference
 * between arrival and position is the truth, and a burst after a stall puts the anchor right again.
 */
export function createSampleClock(): SampleClock {
  let anchorMs: number | undefined;

  return {
    arrived(end, arrivedAtMs) {
      const offsetMs = arrivedAtMs - end / SAMPLES_PER_MS;
      const isPause = anchorMs !== undefined && offsetMs > anchorMs + PAUSE_MS;
      if (anchorMs === undefined || isPause || offsetMs < anchorMs) anchorMs = offsetMs;
    },
    timeMs(position) {
      return Math.max(0, Math.round((anchorMs ?? 0) + position / SAMPLES_PER_MS));
    },
  };
}
