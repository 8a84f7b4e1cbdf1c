/** How loud both sides were: for each stretch of `stepMs` the loudest moment, 0 to 1. */
export interface WaveformPeaks {
  stepMs: number;
  customer: Float32Array;
  agent: Float32Array;
}

/**
 * The loudest of each of `count` equal stretches of a call of `durationMs`; what comes after the end
 * of the waveform is silence.
 */
export function peaksOver(
  { stepMs }: Pick<WaveformPeaks, 'stepMs'>,
  lane: Float32Array,
  durationMs: number,
  count: number,
): Float32Array {
  const stretchMs = durationMs / count;
  return Float32Array.from({ length: count }, (_, index) => {
    const from = Math.floor((index * stretchMs) / stepMs);
    const to = Math.max(from + 1, Math.ceil(((index + 1) * stretchMs) / stepMs));
    let loudest = 0;
    for (let at = from; at < to; at += 1) loudest = Math.max(loudest, lane[at] ?? 0);
    return loudest;
  });
}
