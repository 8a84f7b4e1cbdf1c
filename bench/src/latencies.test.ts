import { aSegmentId } from '@agent/testing/ids';
import { describe, expect, it } from 'vitest';
import { latencies } from './latencies.ts';
import { hearFinal, hearInterim, testCall } from './test-call.ts';

const agentSegment = {
  segmentId: aSegmentId(),
  speaker: 'agent',
  startMs: 1000,
  endMs: 2000,
} as const;
const customerSegment = {
  segmentId: aSegmentId(),
  speaker: 'customer',
  startMs: 3050,
  endMs: 4980,
} as const;
const twice = (...values: number[]) => [...values, ...values];

describe('latencies', () => {
  it('measures a word from the end of its sound to the first message that shows it', () => {
    const call = testCall();
    hearInterim(call, 1500, { ...agentSegment, text: 'good' });
    hearInterim(call, 1800, { ...agentSegment, text: 'Good morning' });
    hearFinal(call, 2600, { ...agentSegment, text: 'Good morning, James.' });
    expect(latencies(call).interimWordLagMs).toEqual(twice(200, 200, 650));
  });

  it('measures the first text of a turn from its onset', () => {
    const call = testCall();
    hearInterim(call, 1500, { ...agentSegment, text: 'could' });
    hearInterim(call, 3400, { ...customerSegment, text: 'I' });
    expect(latencies(call).onsetToFirstInterimMs).toEqual([500, 400, 500, 400]);
  });

  it('measures finals from the end of the turn, by who spoke', () => {
    const call = testCall();
    hearFinal(call, 2600, { ...agentSegment, text: 'Good morning, James.' });
    hearFinal(call, 5800, { ...customerSegment, text: 'I pay twenty nine dollars.' });
    expect(latencies(call).finalLagMs).toEqual({ agent: twice(600), customer: twice(800) });
  });

  it('measures the final of a part of a turn from the end of its own last word', () => {
    const call = testCall();
    hearFinal(call, 4400, { ...customerSegment, endMs: 3700, text: 'I pay' });
    const rest = { ...customerSegment, segmentId: aSegmentId(), startMs: 3750 };
    hearFinal(call, 5700, { ...rest, text: '$29' });
    expect(latencies(call).finalLagMs.customer).toEqual(twice(700, 700));
  });

  it('reads a number that was spoken as several words', () => {
    const call = testCall();
    hearFinal(call, 5400, { ...customerSegment, text: 'I pay twenty-nine dollars' });
    expect(latencies(call).interimWordLagMs).toEqual(twice(2200, 1700, 500, 500));
  });

  it('does not take a word shown before its sound for that word', () => {
    const call = testCall();
    hearInterim(call, 3040, { ...customerSegment, text: 'I pay' });
    hearInterim(call, 3900, { ...customerSegment, text: 'I pay' });
    expect(latencies(call).interimWordLagMs).toEqual(twice(-160, 200));
  });

  it('ignores a provisional text that comes after the final', () => {
    const call = testCall();
    hearFinal(call, 2600, { ...agentSegment, text: 'Good day' });
    hearInterim(call, 2700, { ...agentSegment, text: 'Good morning James' });
    expect(latencies(call).interimWordLagMs).toEqual(twice(1300));
  });

  it('measures nothing on a call without text', () => {
    expect(latencies(testCall())).toEqual({
      interimWordLagMs: [],
      onsetToFirstInterimMs: [],
      finalLagMs: { customer: [], agent: [] },
    });
  });
});
