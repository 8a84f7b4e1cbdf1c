import { SAMPLES_PER_MS, SLOT_SAMPLES } from '../sound.ts';

/** One speaker's sound on the call's clock. */
export interface LaneTrack {
  /** Places a frame whose first sample was heard at `atMs`; says whether it had to be left out. */
  place(samples: Int16Array, atMs: number): 'placed' | 'left-out';
  /** Takes the samples of a slot; undefined where nothing was placed. Slots are taken in order. */
  take(slot: number): Int16Array | undefined;
  /** The first slot that neither holds nor follows anything placed. */
  readonly endSlot: number;
}

interface Run {
  start: number;
  samples: Int16Array;
}

/** Arrivals waver: a frame within this of where the lane ended goes on there. */
const JITTER_SAMPLES = 60 * SAMPLES_PER_MS;
/** A lane that is further ahead of the clock takes nothing until the clock has come nearer. */
const MOST_AHEAD_SAMPLES = 1000 * SAMPLES_PER_MS;
/** Below one hundredth of full scale nobody misses a frame. */
const QUIET = 328;

/**
 * Creates a lane. What was placed stays: a frame that comes early, as after a stall, goes on behind
 * the one before it, and quiet frames are left out until the lane is in step again.
 */
export function createLaneTrack(firstSlot: number): LaneTrack {
  const runs: Run[] = [];
  let end = firstSlot * SLOT_SAMPLES;
  let endsInSound = false;

  return {
    get endSlot() {
      return Math.ceil(end / SLOT_SAMPLES);
    },
    place(samples, atMs) {
      const start = Math.round(atMs * SAMPLES_PER_MS);
      const ahead = end - start;
      const isTooMuch = ahead > MOST_AHEAD_SAMPLES;
      if (isTooMuch || (ahead > JITTER_SAMPLES && isQuiet(samples))) return 'left-out';
      const goesOn = endsInSound && ahead >= -JITTER_SAMPLES;
      if (!goesOn) end = Math.max(end, start);
      endsInSound = true;
      runs.push({ start: end, samples: samples.slice() });
      end += samples.length;
      return 'placed';
    },
    take(slot) {
      const from = slot * SLOT_SAMPLES;
      const to = from + SLOT_SAMPLES;
      // What comes for a slot that is gone goes on behind it.
      if (end < to) endsInSound = false;
      end = Math.max(end, to);
      let taken: Int16Array | undefined;
      for (let run = runs[0]; run && run.start < to; run = runs[0]) {
        taken ??= new Int16Array(SLOT_SAMPLES);
        copyOverlap(run, from, taken);
        if (run.start + run.samples.length > to) break;
        runs.shift();
      }
      return taken;
    },
  };
}

function copyOverlap(run: Run, from: number, slot: Int16Array) {
  const skipped = Math.max(0, from - run.start);
  const at = Math.max(0, run.start - from);
  slot.set(run.samples.subarray(skipped, skipped + SLOT_SAMPLES - at), at);
}

function isQuiet(samples: Int16Array): boolean {
  return samples.every((sample) => sample < QUIET && sample > -QUIET);
}
