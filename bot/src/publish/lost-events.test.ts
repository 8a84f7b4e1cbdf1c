import type { NewCallEvent, Speaker } from '@agent/protocol';
import { aCallId, anEventId, aSegmentId } from '@agent/testing/ids';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { logInMemory } from '../test-support/log-in-memory.ts';
import { createCallPublisher } from './call-publisher.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const callId = aCallId();

class Away extends Error {}
class Refused extends Error {}

/** A publisher on a log that fails as it is told to. */
function setUp(failureOf: (event: NewCallEvent) => Error | undefined) {
  const lost: NewCallEvent[] = [];
  const log = logInMemory({
    isUnavailable: (error) => error instanceof Away,
    mayPass: (error) => !(error instanceof Refused),
    failureOf,
  });
  const { stored } = log;
  const publisher = createCallPublisher({
    callId,
    readers: () => [],
    log,
    send: async () => undefined,
    sendToStaff: async () => undefined,
    tellSupervisors: () => undefined,
    onAppended: () => undefined,
    onLost: (event) => lost.push(event),
  });
  const final = (speaker: Speaker, startMs: number) => {
    const segmentId = aSegmentId();
    const endMs = startMs + 900;
    const words = { text: 'Yes.', language: 'en', meanLogProbability: null };
    const data = { segmentId, speaker, startMs, endMs, ...words };
    const event: NewCallEvent = {
      eventId: anEventId(segmentId),
      actor: 'bot',
      type: 'segment.final',
      data,
    };
    void publisher.append(event);
    return event;
  };
  const gaps = () => stored.flatMap((e) => (e.type === 'transcript.gap' ? [e.data] : []));
  return { publisher, stored, lost, final, gaps };
}

describe('speech that cannot be stored', () => {
  it('becomes a gap when the log refuses its text', async () => {
    const { publisher, lost, final, gaps } = setUp((event) =>
      event.type === 'segment.final' ? new Refused() : undefined,
    );
    const said = final('customer', 1_000);
    await publisher.drained();
    expect(lost).toEqual([said]);
    expect(gaps()).toEqual([
      { speaker: 'customer', startMs: 1_000, endMs: 1_900, reason: 'not-stored' },
    ]);
    expect(publisher.unstoredFromMs).toBeUndefined();
  });

  it('becomes a gap, which is tried again itself, when all tries fail', async () => {
    let gapTries = 0;
    const { publisher, lost, final, gaps } = setUp((event) => {
      if (event.type === 'segment.final') return new Error('lock not available');
      gapTries += 1;
      return gapTries < 4 ? new Error('deadlock') : undefined;
    });
    final('agent', 5_000);
    expect(publisher.unstoredFromMs).toBe(5_000);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(lost).toHaveLength(1);
    expect(gaps()).toMatchObject([{ speaker: 'agent', startMs: 5_000 }]);
    expect(publisher.unstoredFromMs).toBeUndefined();
  });

  it('is told of as one gap for each side when the log was away for longer than fits', async () => {
    let isAway = true;
    const { publisher, stored, lost, final, gaps } = setUp(() => (isAway ? new Away() : undefined));
    for (let index = 0; index < 2_100; index += 1) {
      final(index % 2 === 0 ? 'customer' : 'agent', index * 1_000);
    }
    await vi.advanceTimersByTimeAsync(600_000);
    expect(publisher.depth).toBe(2_000);
    expect(publisher.unstoredFromMs).toBe(0);
    isAway = false;
    await vi.advanceTimersByTimeAsync(1_000);
    await publisher.drained();
    expect(lost).toHaveLength(100);
    expect(stored).toHaveLength(2_002);
    expect(gaps()).toEqual([
      { speaker: 'agent', startMs: 1_000, endMs: 99_900, reason: 'not-stored' },
      { speaker: 'customer', startMs: 2_000, endMs: 100_900, reason: 'not-stored' },
    ]);
  });

  it('makes no gap for a gap that is refused, which would be refused as well', async () => {
    const { publisher, lost, final } = setUp(() => new Refused());
    final('customer', 0);
    await publisher.drained();
    expect(lost.map(({ type }) => type)).toEqual(['segment.final', 'transcript.gap']);
  });

  it('is counted when it is left at the end, and known to have been heard in vain', async () => {
    const { publisher, lost, final } = setUp(() => new Away());
    final('customer', 7_000);
    final('agent', 8_000);
    await vi.advanceTimersByTimeAsync(1_000);
    publisher.stop();
    publisher.stop();
    expect(lost).toHaveLength(2);
    expect(publisher.unstoredFromMs).toBe(7_000);
  });
});
