import { median, medianAbsoluteDeviation, sampleStandardDeviation } from 'simple-statistics';

/** Of a normal distribution the standard deviation is so many times the median absolute deviation. */
const DEVIATIONS_PER_MAD = 1.4826;

/** The middle of what weeks had, and how far apart they are, as a standard deviation that bears odd weeks. */
export function middleAndSpread(values: readonly number[]): { middle: number; spread: number } {
  const own = [...values];
  return { middle: median(own), spread: DEVIATIONS_PER_MAD * medianAbsoluteDeviation(own) };
}

/** How far weeks are apart, odd ones included; of a single week 0. */
export function standardDeviation(values: readonly number[]): number {
  return values.length < 2 ? 0 : sampleStandardDeviation([...values]);
}

/** What is left of a spread between weeks when what samples of that size differ by anyway is taken off. */
export function beyondSampling(spread: number, samplingVariances: readonly number[]): number {
  const sampling = samplingVariances.reduce((sum, one) => sum + one, 0) / samplingVariances.length;
  return Math.max(0, spread ** 2 - sampling);
}
