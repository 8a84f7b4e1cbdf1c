/** Three percentiles of a series and how many values it had; null when it had none. */
export interface Percentiles {
  p50: number | null;
  p95: number | null;
  p99: number | null;
  n: number;
}

/** Percentiles by linear interpolation between the two nearest values, rounded to 0.1. */
export function percentiles(values: readonly number[]): Percentiles {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted.length === 0 ? null : round(quantile(sorted, share)));
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), n: sorted.length };
}

function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
