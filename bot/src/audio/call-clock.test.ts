import { afterEach, describe, expect, it, vi } from 'vitest';
import { startCallClock } from './call-clock.ts';

afterEach(() => void vi.useRealTimers());

describe('startCallClock', () => {
  it('goes on from what the database says, in whole milliseconds', () => {
    let steadyMs = 5_000.2;
    const clock = startCallClock(61_000.7, () => steadyMs);
    expect(clock()).toBe(61_001);
    steadyMs += 250;
    expect(clock()).toBe(61_251);
  });

  it.each([3_600_000, -3_600_000])('stays when the clock of this host jumps by %i ms', (jumpMs) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const clock = startCallClock(10_000);
    const before = clock();
    vi.setSystemTime(Date.now() + jumpMs);
    expect(clock()).toBeGreaterThanOrEqual(before);
    expect(clock() - before).toBeLessThan(60_000);
  });

  it('begins with the call, however far the clock of the database was put back', () => {
    expect(startCallClock(-20)()).toBe(0);
  });
});
