import { expect, it } from 'vitest';
import { hearClock } from './server-clock.ts';

it('goes by the message that was fastest', () => {
  const first = hearClock(null, 100_300, 100_000, true);
  expect(first).toEqual({ heardAtMs: 100_000, aheadMs: 300 });
  const slow = hearClock(first, 102_300, 102_900, false);
  expect(slow).toEqual({ heardAtMs: 102_900, aheadMs: 300 });
  expect(hearClock(slow, 104_350, 104_000, false).aheadMs).toBe(350);
});

it('begins anew, as one of the clocks may have been set', () => {
  const before = hearClock(null, 100_300, 100_000, true);
  expect(hearClock(before, 41_000, 102_000, true).aheadMs).toBe(-61_000);
});
