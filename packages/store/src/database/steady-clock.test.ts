import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSteadyClock } from './steady-clock.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('the steady clock', () => {
  it('goes on when the clock of the machine jumps', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    let monotonicMs = 500;
    const startMs = Date.now();
    const clock = createSteadyClock(startMs, () => monotonicMs);
    vi.setSystemTime(startMs + 3_600_000);
    monotonicMs += 20;
    expect(clock.now().getTime()).toBe(startMs + 20);
  });

  it('takes over the true time', () => {
    let monotonicMs = 0;
    const clock = createSteadyClock(1_000_000, () => monotonicMs);
    monotonicMs = 10;
    clock.set(2_000_000);
    monotonicMs = 15;
    expect(clock.now().getTime()).toBe(2_000_005);
  });
});
