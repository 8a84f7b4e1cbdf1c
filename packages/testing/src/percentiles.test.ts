import { describe, expect, it } from 'vitest';
import { percentiles } from './percentiles.ts';

describe('percentiles', () => {
  it('interpolates between the two nearest values', () => {
    expect(percentiles([4, 1, 3, 2])).toEqual({ p50: 2.5, p95: 3.9, p99: 4, n: 4 });
  });

  it('repeats the only value', () => {
    expect(percentiles([7])).toEqual({ p50: 7, p95: 7, p99: 7, n: 1 });
  });

  it('has no values for an empty series', () => {
    expect(percentiles([])).toEqual({ p50: null, p95: null, p99: null, n: 0 });
  });
});
