/** The most recent samples of a track, addressed by their position since its beginning. */
export interface SampleRing {
  /** Position after the newest sample. */
  readonly end: number;
  write(samples: Int16Array): void;
  /** Copies the samples of `[from, to)`; what has been overwritten or not yet written is left out. */
  slice(from: number, to: number): Int16Array;
}

/** Creates a ring that remembers the last `capacity` samples. */
export function createSampleRing(capacity: number): SampleRing {
  const ring = new Int16Array(capacity);
  let end = 0;

  return {
    get end() {
      return end;
    },
    write(samples) {
      const kept =
        samples.length > capacity ? samples.subarray(samples.length - capacity) : samples;
      const at = (end + samples.length - kept.length) % capacity;
      const untilWrap = Math.min(kept.length, capacity - at);
      ring.set(kept.subarray(0, untilWrap), at);
      ring.set(kept.subarray(untilWrap), 0);
      end += samples.length;
    },
    slice(from, to) {
      const first = Math.max(from, end - capacity, 0);
      const length = Math.max(0, Math.min(to, end) - first);
      const at = first % capacity;
      const untilWrap = Math.min(length, capacity - at);
      const copy = new Int16Array(length);
      copy.set(ring.subarray(at, at + untilWrap), 0);
      copy.set(ring.subarray(0, length - untilWrap), untilWrap);
      return copy;
    },
  };
}
