import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOutbox } from './outbox.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

class Away extends Error {}
class Deadlock extends Error {}

function setUp(capacity = 100) {
  const delivered: number[] = [];
  const failed: number[] = [];
  const dropped: number[] = [];
  let isAway = false;
  let deadlocks = 0;
  const outbox = createOutbox<number>({
    async deliver(item) {
      await Promise.resolve();
      if (isAway) throw new Away();
      if (item === 7 && deadlocks-- > 0) throw new Deadlock();
      if (item < 0) throw new Error('refused');
      delivered.push(item);
    },
    isAway: (error) => error instanceof Away,
    mayPass: (error) => error instanceof Away || error instanceof Deadlock,
    onFailure: (item) => failed.push(item),
    onDrop: (item) => dropped.push(item),
    capacity,
  });
  return {
    outbox,
    delivered,
    failed,
    dropped,
    away: (now: boolean) => (isAway = now),
    lock: (times: number) => (deadlocks = times),
  };
}

describe('createOutbox', () => {
  it('delivers in order after an outage of 10 s, losing nothing', async () => {
    const { outbox, delivered, away } = setUp();
    away(true);
    for (let item = 1; item <= 20; item += 1) {
      outbox.add(item);
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(delivered).toEqual([]);
    expect(outbox.depth).toBe(20);
    away(false);
    await vi.advanceTimersByTimeAsync(500);
    await outbox.drained();
    expect(delivered).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('goes on after an item that is refused for good', async () => {
    const { outbox, delivered, failed } = setUp();
    for (const item of [1, -2, 3]) outbox.add(item);
    await outbox.drained();
    expect(delivered).toEqual([1, 3]);
    expect(failed).toEqual([-2]);
  });

  it('tries again, in order, what fails for once', async () => {
    const { outbox, delivered, failed, lock } = setUp();
    lock(3);
    for (const item of [6, 7, 8]) outbox.add(item);
    await vi.advanceTimersByTimeAsync(2_000);
    await outbox.drained();
    expect(delivered).toEqual([6, 7, 8]);
    expect(failed).toEqual([]);
  });

  it('gives up an item that fails again and again, and goes on with those behind it', async () => {
    const { outbox, delivered, failed, lock } = setUp();
    lock(Number.POSITIVE_INFINITY);
    for (const item of [6, 7, 8]) outbox.add(item);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(delivered).toEqual([6]);
    await vi.advanceTimersByTimeAsync(50_000);
    await outbox.drained();
    expect(delivered).toEqual([6, 8]);
    expect(failed).toEqual([7]);
  });

  it('does not count against an item that the receiver was away', async () => {
    const { outbox, delivered, failed, away, lock } = setUp();
    lock(10);
    outbox.add(7);
    away(true);
    await vi.advanceTimersByTimeAsync(600_000);
    away(false);
    await vi.advanceTimersByTimeAsync(60_000);
    await outbox.drained();
    expect(delivered).toEqual([7]);
    expect(failed).toEqual([]);
  });

  it('drops the oldest that waits beyond its capacity and says which', async () => {
    const { outbox, delivered, dropped, away } = setUp(2);
    away(true);
    for (const item of [1, 2, 3]) outbox.add(item);
    away(false);
    await vi.advanceTimersByTimeAsync(500);
    await outbox.drained();
    expect(dropped).toEqual([2]);
    expect(delivered).toEqual([1, 3]);
  });

  it('gives up on what waits when it is stopped', async () => {
    const { outbox, delivered, away } = setUp();
    away(true);
    outbox.add(1);
    outbox.stop();
    outbox.stop();
    outbox.add(2);
    await vi.advanceTimersByTimeAsync(500);
    await outbox.drained();
    expect(delivered).toEqual([]);
    expect(outbox.depth).toBe(0);
  });
});
