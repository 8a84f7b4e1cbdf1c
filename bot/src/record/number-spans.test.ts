import { describe, expect, it } from 'vitest';
import { createNumberSpans } from './number-spans.ts';

const nothing = {
  masked: 'none',
  begunSegments: 0,
  unfinishedSegments: { customer: 0, agent: 0, supervisor: 0 },
} as const;
const begun = (segments: number) => ({
  ...nothing,
  unfinishedSegments: { customer: segments, agent: 0, supervisor: 0 },
});
const span = (fromMs: number, toMs: number) => ({ fromMs, toMs });

describe('createNumberSpans', () => {
  it('gives the segment of a number, and those before in which it began', () => {
    const numbers = createNumberSpans();
    numbers.said('customer', span(0, 500), nothing);
    numbers.said('customer', span(1_000, 1_500), begun(1));
    numbers.said('agent', span(1_600, 1_700), begun(1));
    numbers.said('customer', span(2_000, 2_500), begun(2));
    const found = { ...nothing, masked: 'here-and-before', begunSegments: 2 } as const;
    expect(numbers.said('customer', span(4_000, 5_000), found)).toEqual(span(1_000, 5_000));
    const here = { ...nothing, masked: 'here' } as const;
    expect(numbers.said('customer', span(20_000, 21_000), here)).toEqual(span(20_000, 21_000));
  });

  it('does not go back beyond what it remembers', () => {
    const numbers = createNumberSpans();
    const found = { ...nothing, masked: 'here-and-before', begunSegments: 9 } as const;
    expect(numbers.said('agent', span(4_000, 5_000), found)).toEqual(span(4_000, 5_000));
  });

  it('joins what is near, whoever says it', () => {
    const numbers = createNumberSpans();
    const here = { ...nothing, masked: 'here' } as const;
    numbers.said('customer', span(1_000, 2_000), here);
    expect(numbers.said('agent', span(5_900, 6_500), here)).toEqual(span(2_000, 6_500));
    expect(numbers.said('agent', span(10_600, 11_000), here)).toEqual(span(10_600, 11_000));
  });

  it('keeps open what may be a number for a while', () => {
    const numbers = createNumberSpans();
    expect(numbers.openFromMs(99_000)).toBe(Number.POSITIVE_INFINITY);
    numbers.said('customer', span(1_000, 2_000), begun(1));
    numbers.said('customer', span(5_000, 6_000), begun(2));
    expect(numbers.openFromMs(30_000)).toBe(1_000);
    expect(numbers.openFromMs(36_000)).toBe(Number.POSITIVE_INFINITY);
    numbers.said('customer', span(31_000, 32_000), nothing);
    expect(numbers.openFromMs(32_000)).toBe(Number.POSITIVE_INFINITY);
  });

  it('keeps open what follows a number for a moment', () => {
    const numbers = createNumberSpans();
    numbers.said('customer', span(1_000, 2_000), { ...nothing, masked: 'here' });
    expect(numbers.openFromMs(5_900)).toBe(2_000);
    expect(numbers.openFromMs(6_000)).toBe(Number.POSITIVE_INFINITY);
  });
});
