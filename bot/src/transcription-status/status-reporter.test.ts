import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reportStatus } from './status-reporter.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('reportStatus', () => {
  it('tells each change once and the delay every second while text is late', async () => {
    let health = { delayMs: 0, isReachable: true };
    const changes: string[] = [];
    const lags: number[] = [];
    const stop = reportStatus({
      isTakenOver: false,
      health: () => health,
      onChange: (status, delayMs) => changes.push(`${status} ${delayMs}`),
      onLag: (delayMs) => lags.push(delayMs),
    });
    await vi.advanceTimersByTimeAsync(2_000);
    health = { delayMs: 3_000, isReachable: true };
    await vi.advanceTimersByTimeAsync(4_000);
    health = { delayMs: 9_000, isReachable: false };
    await vi.advanceTimersByTimeAsync(3_000);
    health = { delayMs: 0, isReachable: true };
    await vi.advanceTimersByTimeAsync(1_000);
    expect(changes).toEqual(['delayed 3000', 'off 9000', 'live 0']);
    expect(lags).toEqual([3_000, 3_000, 3_000, 3_000]);
    stop();
    health = { delayMs: 3_000, isReachable: true };
    await vi.advanceTimersByTimeAsync(5_000);
    expect(changes).toHaveLength(3);
  });

  it('tells the first word after taking over, since the bot before may have told another', async () => {
    const changes: string[] = [];
    const stop = reportStatus({
      isTakenOver: true,
      health: () => ({ delayMs: 0, isReachable: true }),
      onChange: (status) => changes.push(status),
      onLag: () => undefined,
    });
    await vi.advanceTimersByTimeAsync(2_000);
    stop();
    expect(changes).toEqual(['live']);
  });
});
