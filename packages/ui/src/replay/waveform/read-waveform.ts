import WaveformData from 'waveform-data';
import type { WaveformPeaks } from './waveform-peaks.ts';

const FULL_SCALE = 127;

/**
 * Reads a waveform of two channels as `audiowaveform` writes it (.dat, version 2, 8 bit), customer
 * first; null for anything else.
 */
export function readWaveform(bytes: ArrayBuffer): WaveformPeaks | null {
  try {
    const data = WaveformData.create(bytes);
    if (data.channels !== 2 || data.bits !== 8 || !(data.seconds_per_pixel > 0)) return null;
    return {
      stepMs: data.seconds_per_pixel * 1000,
      customer: loudness(data, 0),
      agent: loudness(data, 1),
    };
  } catch (error) {
    // Not one at all, or cut off.
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

function loudness(data: WaveformData, lane: number): Float32Array {
  const highs = data.channel(lane).max_array();
  const lows = data.channel(lane).min_array();
  return Float32Array.from(highs, (high, index) =>
    Math.min(1, Math.max(high, -(lows[index] ?? 0)) / FULL_SCALE),
  );
}
