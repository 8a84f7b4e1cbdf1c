import { expect, it } from 'vitest';
import { mendingDelayMs } from './mending-delay.ts';

it('mends at once, then with growing waits, and gives up after 15 s', () => {
  const waits = [0, 1, 2, 3, 9].map((retryCount) =>
    mendingDelayMs({ retryCount, elapsedMs: 0 }, 0),
  );
  expect(waits).toEqual([0, 500, 1_000, 2_000, 5_000]);
  expect(mendingDelayMs({ retryCount: 0, elapsedMs: 0 }, 1)).toBe(500);
  expect(mendingDelayMs({ retryCount: 5, elapsedMs: 15_001 }, 0)).toBeNull();
});
