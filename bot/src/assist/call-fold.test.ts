import type { CallState } from '@agent/calls';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCallFold } from './call-fold.ts';
import { createFakeLog, final, newEvent } from './test-support/call-log.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp() {
  const log = createFakeLog();
  const changes: [CallState, CallState][] = [];
  const failures: unknown[] = [];
  let reads = 0;
  let isAway = false;
  const fold = createCallFold({
    callId: log.callId,
    async readLog(afterSeq) {
      reads += 1;
      if (isAway) throw new Error('away');
      return log.read(afterSeq);
    },
    onRead: () => undefined,
    onChange: (...change) => changes.push(change),
    onFailure: (error) => failures.push(error),
  });
  const caughtUp = () => Promise.all([fold.caughtUp(), vi.advanceTimersByTimeAsync(100)]);
  const stored = async (event: Parameters<typeof log.append>[0]) => {
    const [envelope] = await Promise.all([log.append(event), vi.advanceTimersByTimeAsync(10)]);
    return envelope;
  };
  return {
    ...{ log, fold, changes, failures, caughtUp, stored },
    reads: () => reads,
    setAway: (away: boolean) => {
      isAway = away;
    },
  };
}

describe('createCallFold', () => {
  it('reads a log of several pages before it tells of changes', async () => {
    const { fold, changes, caughtUp, stored } = setUp();
    for (let count = 0; count < 9; count += 1) await stored(final('agent', `${count}`, count));
    await caughtUp();
    expect(fold.state.segments).toHaveLength(9);
    expect(changes).toEqual([]);
  });

  it('takes its own events without reading, and reads what others stored in between', async () => {
    const { fold, changes, caughtUp, stored, reads } = setUp();
    await caughtUp();
    fold.receive(await stored(final('agent', 'Hello.', 10)));
    expect(reads()).toBe(1);
    await stored(newEvent('suggestion.density-changed', { density: 'none' }));
    fold.receive(await stored(final('customer', 'Hi.', 20)));
    await caughtUp();
    expect(fold.state.assist.density).toBe('none');
    expect(fold.state.segments).toHaveLength(2);
    expect(changes.at(-1)?.[1]).toBe(fold.state);
  });

  it('reads only when the log is longer than it knows', async () => {
    const { fold, caughtUp, reads, stored } = setUp();
    await caughtUp();
    fold.note(2);
    expect(reads()).toBe(1);
    await stored(newEvent('call.held', {}));
    fold.note(3);
    await caughtUp();
    expect(fold.state.phase).toBe('held');
  });

  it('goes on as it is while the log is away, and catches up later', async () => {
    const { fold, failures, caughtUp, setAway, stored } = setUp();
    setAway(true);
    await caughtUp();
    expect(failures).toHaveLength(1);
    setAway(false);
    fold.receive(await stored(final('agent', 'Hello.', 10)));
    await caughtUp();
    expect(fold.state.phase).toBe('active');
    expect(fold.state.segments).toHaveLength(1);
  });

  it('loses no event that comes while it reads', async () => {
    const { fold, log, stored } = setUp();
    const envelope = await stored(final('agent', 'Hello.', 10));
    const reading = fold.caughtUp();
    await stored(final('customer', 'Hi.', 20));
    fold.receive(envelope);
    fold.receive({ event: log.events[3] as never, prevSeq: 3 });
    await Promise.all([reading, fold.caughtUp(), vi.advanceTimersByTimeAsync(100)]);
    expect(fold.state.lastSeq).toBe(4);
  });
});
