import { describe, expect, it } from 'vitest';
import { binomialTail } from './binomial-tail.ts';

/** By multiplying out, which is exact for few trials. */
function slowly(atLeast: number, trials: number, p: number): number {
  let sum = 0;
  for (let k = Math.max(0, atLeast); k <= trials; k += 1) {
    let ways = 1;
    for (let i = 0; i < k; i += 1) ways *= (trials - i) / (i + 1);
    sum += ways * p ** k * (1 - p) ** (trials - k);
  }
  return sum;
}

describe('binomialTail', () => {
  it('is what multiplying out gives', () => {
    for (const trials of [1, 2, 7, 30, 60]) {
      for (let atLeast = 0; atLeast <= trials + 1; atLeast += 1) {
        for (const p of [0.001, 0.05, 0.5, 0.97]) {
          const exact = slowly(atLeast, trials, p);
          expect(Math.abs(binomialTail(atLeast, trials, p) - exact)).toBeLessThan(
            1e-9 + exact * 1e-8,
          );
        }
      }
    }
  });

  it('stays in range for many trials', () => {
    expect(binomialTail(50_000, 100_000, 0.5)).toBeCloseTo(0.5, 2);
    expect(binomialTail(5_500, 100_000, 0.05)).toBeLessThan(1e-11);
    expect(binomialTail(100_000, 100_000, 0.5)).toBe(0);
    expect(binomialTail(1, 100_000, 0.5)).toBeCloseTo(1, 9);
  });

  it('knows what cannot be, and what must', () => {
    expect(binomialTail(0, 10, 0)).toBe(1);
    expect(binomialTail(1, 10, 0)).toBe(0);
    expect(binomialTail(10, 10, 1)).toBe(1);
    expect(binomialTail(11, 10, 0.9)).toBe(0);
  });
});
