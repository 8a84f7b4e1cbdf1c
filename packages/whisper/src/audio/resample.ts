/** Zero crossings of the sinc on each side; 16 keeps speech clean below 95 % of the cut-off. */
const LOBES = 16;

/**
 * Changes the sample rate with a windowed sinc, cutting above the lower of the two Nyquist
 * frequencies, so that nothing folds back into the speech band.
 */
export function resample(samples: Float32Array, fromRate: number, toRate: number): Float32Array {
  if (fromRate === toRate) return samples;
  const divisor = greatestCommonDivisor(fromRate, toRate);
  const phases = toRate / divisor;
  const step = fromRate / divisor;
  const kernels = new Map<number, Float32Array>();
  const cutoff = Math.min(1, toRate / fromRate);
  const reach = Math.ceil(LOBES / cutoff);
  const out = new Float32Array(Math.floor((samples.length * toRate) / fromRate));
  for (let i = 0; i < out.length; i += 1) {
    const phase = (i * step) % phases;
    const centre = (i * step - phase) / phases;
    let kernel = kernels.get(phase);
    if (kernel === undefined) {
      kernel = sincKernel(phase / phases, cutoff, reach);
      kernels.set(phase, kernel);
    }
    out[i] = convolve(samples, centre - reach + 1, kernel);
  }
  return out;
}

function convolve(samples: Float32Array, start: number, kernel: Float32Array): number {
  let sum = 0;
  const first = Math.max(0, -start);
  const last = Math.min(kernel.length, samples.length - start);
  for (let tap = first; tap < last; tap += 1) {
    sum += (samples[start + tap] ?? 0) * (kernel[tap] ?? 0);
  }
  return sum;
}

/** Taps for an output sample `fraction` of an input sample after tap `reach − 1`; they sum to 1. */
function sincKernel(fraction: number, cutoff: number, reach: number): Float32Array {
  const kernel = new Float32Array(2 * reach);
  let sum = 0;
  for (let tap = 0; tap < kernel.length; tap += 1) {
    const x = tap - reach + 1 - fraction;
    const angle = Math.PI * x * cutoff;
    const sinc = angle === 0 ? 1 : Math.sin(angle) / angle;
    const value = sinc * Math.cos((Math.PI * x) / (2 * reach)) ** 2;
    kernel[tap] = value;
    sum += value;
  }
  return kernel.map((value) => value / sum);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
