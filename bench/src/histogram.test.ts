import { describe, expect, it } from 'vitest';
import { histogramDelta, histogramPercentiles, readHistogram } from './histogram.ts';

const text = (counts: number[]) => `# HELP append_seconds Time
append_seconds_bucket{le="0.01",app="bot"} ${counts[0]}
append_seconds_bucket{le="0.05",app="bot"} ${counts[1]}
append_seconds_bucket{le="+Inf",app="bot"} ${counts[2]}
append_seconds_count 9
other_seconds_bucket{le="1"} 99
`;

describe('histogramPercentiles', () => {
  it('interpolates within the bucket of what came between two readings', () => {
    const before = readHistogram(text([10, 10, 10]), 'append_seconds');
    const after = readHistogram(text([100, 110, 110]), 'append_seconds');
    expect(histogramPercentiles(histogramDelta(before, after))).toEqual({
      p50: 5.6,
      p95: 30,
      p99: 46,
      n: 100,
    });
  });

  it('reads the label sets that were asked for', () => {
    const labelled = text([1, 2, 3]).replaceAll('app="bot"', 'app="web"') + text([4, 5, 6]);
    expect(readHistogram(labelled, 'append_seconds', 'app="bot"').at(-1)?.count).toBe(6);
    expect(readHistogram(labelled, 'append_seconds').at(-1)?.count).toBe(9);
  });

  it('names the last bound for what is beyond it', () => {
    const histogram = readHistogram(text([0, 0, 5]), 'append_seconds');
    expect(histogramPercentiles(histogram).p50).toBe(50);
  });

  it('has no values without a histogram', () => {
    expect(histogramPercentiles(readHistogram('', 'append_seconds'))).toEqual({
      p50: null,
      p95: null,
      p99: null,
      n: 0,
    });
  });
});
