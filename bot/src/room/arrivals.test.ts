import { beforeEach, describe, expect, it } from 'vitest';
import { type Arrivals, createArrivals } from './arrivals.ts';

let nowMs: number;
let gaps: [number, number][];
let arrivals: Arrivals;
beforeEach(() => {
  [nowMs, gaps] = [0, []];
  arrivals = createArrivals({
    clock: () => nowMs,
    onGap: (...gap) => gaps.push(gap),
    minGapMs: 3_000,
  });
});

function saw(atMs: number, packets: Record<string, number>, isExpected = true): void {
  nowMs = atMs;
  arrivals.saw(new Map(Object.entries(packets)), isExpected);
}

describe('arrivals', () => {
  it('tell of a span without packets once they come again', () => {
    saw(0, { one: 10, other: 5 });
    saw(1_000, { one: 10, other: 55 });
    saw(2_000, { one: 10, other: 55 });
    saw(9_000, { one: 10, other: 55 });
    expect(gaps).toEqual([]);
    expect(arrivals.deafSinceMs()).toBe(1_000);
    saw(10_000, { one: 30, other: 55 });
    expect(gaps).toEqual([[1_000, 10_000]]);
    expect(arrivals.deafSinceMs()).toBeUndefined();
  });

  it('take a short pause, and silence of which nothing is expected, for nothing lost', () => {
    saw(0, { one: 10 });
    saw(2_900, { one: 11 });
    saw(3_900, { one: 11 }, false);
    saw(60_000, { one: 11 });
    expect(arrivals.deafSinceMs()).toBeUndefined();
    saw(61_000, { one: 12 });
    expect(gaps).toEqual([]);
  });

  it('tell of a span that ends with other streams', () => {
    saw(0, { one: 500 });
    saw(20_000, {});
    saw(21_000, { another: 0 });
    saw(22_000, { another: 30 });
    expect(gaps).toEqual([[0, 22_000]]);
  });
});
