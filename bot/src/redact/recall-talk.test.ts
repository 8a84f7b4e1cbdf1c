import type { CallEvent, EventPage, Speaker } from '@agent/protocol';
import { aCallId, anEventId, aSegmentId } from '@agent/testing/ids';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { recallPatiently, recallTalk } from './recall-talk.ts';
import { createRedaction } from './redaction.ts';

const callId = aCallId();

function segment(seq: number, speaker: Speaker, text: string): CallEvent<'segment.final'> {
  const segmentId = aSegmentId(`00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`);
  return {
    eventId: anEventId(segmentId),
    callId,
    seq,
    at: '2026-11-23T10:00:00.000Z',
    actor: 'bot',
    type: 'segment.final',
    data: {
      segmentId,
      speaker,
      startMs: seq * 1_000,
      endMs: seq * 1_000 + 900,
      text,
      language: 'en',
      meanLogProbability: null,
    },
  };
}

/** A log that hands out so many events at once. */
function logOf(events: readonly CallEvent[], pageEvents: number) {
  return async (afterSeq: number): Promise<EventPage> => ({
    envelopes: events
      .filter(({ seq }) => seq > afterSeq)
      .slice(0, pageEvents)
      .map((event) => ({ event, prevSeq: event.seq - 1 })),
    lastSeq: events.at(-1)?.seq ?? 0,
  });
}

const asked = 'Could you read me the card number?';

describe('recallTalk', () => {
  it('goes on masking where another bot stopped', async () => {
    const redaction = createRedaction();
    await recallTalk(redaction, logOf([segment(1, 'agent', asked)], 500));
    expect(redaction.of('customer').final('four one one one').text).toBe('[card number]');
  });

  it('recalls what was heard, where a term stands in the place of it', async () => {
    const redaction = createRedaction();
    const told = segment(1, 'customer', 'My Vizza is');
    const corrections = [{ from: 'visa', to: 'Vizza', at: 3 }];
    const event = { ...told, data: { ...told.data, corrections } };
    await recallTalk(redaction, logOf([event], 500));
    expect(redaction.of('customer').final('4111 1111').text).toBe('[card number]');
  });

  it('reads the end of a long log', async () => {
    const redaction = createRedaction();
    const long = Array.from({ length: 700 }, (_, index) => segment(index + 1, 'customer', 'Okay.'));
    await recallTalk(redaction, logOf([...long, segment(701, 'agent', asked)], 500));
    expect(redaction.of('customer').final('four one one one').text).toBe('[card number]');
  });

  it('does not take back what was heard since', async () => {
    const redaction = createRedaction();
    redaction.of('agent').final('And the order number?');
    await recallTalk(redaction, logOf([segment(1, 'agent', asked)], 500));
    expect(redaction.of('customer').final('four five two one').text).toBe('four five two one');
  });
});

describe('a take-over in the middle of a number', () => {
  const firstHalf = segment(1, 'customer', 'Sure. 4111 1111');
  const secondHalf = '1111 1111, and my order is 4521.';

  /** A bot that has just taken over, while the log cannot be read so many times. */
  function takeOver(failures: number) {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const redaction = createRedaction({ isTakenOver: true });
    const leaving = new AbortController();
    const readLog = logOf([firstHalf], 500);
    let left = failures;
    const failed: unknown[] = [];
    const recalling = recallPatiently(redaction, {
      readLog: (afterSeq) => (left-- > 0 ? Promise.reject(new Error('away')) : readLog(afterSeq)),
      onFailure: (error) => failed.push(error),
      signal: leaving.signal,
    });
    return { redaction, recalling, leaving, failed };
  }

  it('stores no part of it while the log cannot be read', async () => {
    const { redaction, failed } = takeOver(5);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(failed.length).toBeGreaterThan(0);
    const heard = redaction.of('customer');
    expect(heard.interim('1111')).toBe('[card number]');
    expect(heard.final(secondHalf).text).toBe('[card number], and my order is [card number].');
  });

  it('hides the rest when it is said before and after the log could be read', async () => {
    const { redaction, recalling } = takeOver(3);
    expect(redaction.of('customer').final('1111').text).toBe('[card number]');
    await vi.advanceTimersByTimeAsync(20_000);
    await recalling;
    expect(redaction.of('customer').final('1111.').text).toBe('[card number].');
  });

  it('hides no more than elsewhere once the log has been read', async () => {
    const { redaction, recalling } = takeOver(3);
    redaction.of('customer').final('That was it.');
    await vi.advanceTimersByTimeAsync(20_000);
    await recalling;
    const text = 'My order is 4521.';
    expect(redaction.of('customer').final(text).text).toBe(text);
  });

  it('asks no more when the bot leaves', async () => {
    const { recalling, leaving } = takeOver(Number.POSITIVE_INFINITY);
    leaving.abort();
    await recalling;
    expect(vi.getTimerCount()).toBe(0);
  });
});
