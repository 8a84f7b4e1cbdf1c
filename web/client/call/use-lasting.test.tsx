import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useLasting } from './use-lasting.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('is true once something has been so long enough, and false with its end', () => {
  const { result, rerender } = renderHook(({ isSo }) => useLasting(isSo, 3_000), {
    initialProps: { isSo: true },
  });
  const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
  pass(2_900);
  expect(result.current).toBe(false);
  rerender({ isSo: false });
  pass(1_000);
  rerender({ isSo: true });
  pass(2_900);
  expect(result.current).toBe(false);
  pass(100);
  expect(result.current).toBe(true);
  rerender({ isSo: false });
  expect(result.current).toBe(false);
});
