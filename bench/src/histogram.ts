import type { Percentiles } from '@agent/testing/percentiles';

/** Cumulative counts of a Prometheus histogram by upper bound in seconds, ascending. */
export type Histogram = readonly { leSeconds: number; count: number }[];

/**
 * Reads one histogram from Prometheus text: the sum of all label sets that hold `label`
 * (`purpose="final"`). Empty when it is not there.
 */
export function readHistogram(text: string, name: string, label = ''): Histogram {
  const counts = new Map<number, number>();
  const pattern = new RegExp(`^${name}_bucket\\{([^}]*)\\} (\\S+)`, 'gmu');
  for (const [, labels = '', count] of text.matchAll(pattern)) {
    const bound = /(?:^|,)le="([^"]+)"/u.exec(labels)?.[1];
    if (bound === undefined || !labels.includes(label)) continue;
    const le = bound === '+Inf' ? Number.POSITIVE_INFINITY : Number(bound);
    counts.set(le, (counts.get(le) ?? 0) + Number(count));
  }
  return [...counts]
    .map(([leSeconds, count]) => ({ leSeconds, count }))
    .toSorted((a, b) => a.leSeconds - b.leSeconds);
}

/** What was observed between two readings. */
export function histogramDelta(before: Histogram, after: Histogram): Histogram {
  const earlier = new Map(before.map(({ leSeconds, count }) => [leSeconds, count]));
  return after.map(({ leSeconds, count }) => ({
    leSeconds,
    count: count - (earlier.get(leSeconds) ?? 0),
  }));
}

/** Percentiles in ms, interpolated within a bucket: as exact as the buckets are narrow. */
export function histogramPercentiles(histogram: Histogram): Percentiles {
  const total = histogram.at(-1)?.count ?? 0;
  const at = (share: number) => (total === 0 ? null : quantileMs(histogram, share * total));
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), n: total };
}

function quantileMs(histogram: Histogram, rank: number): number {
  let below = { leSeconds: 0, count: 0 };
  for (const bucket of histogram) {
    if (bucket.count >= rank && bucket.count > below.count) {
      if (bucket.leSeconds === Number.POSITIVE_INFINITY) break;
      const share = (rank - below.count) / (bucket.count - below.count);
      const seconds = below.leSeconds + share * (bucket.leSeconds - below.leSeconds);
      return Math.round(seconds * 10_000) / 10;
    }
    below = bucket;
  }
  return below.leSeconds * 1000;
}
