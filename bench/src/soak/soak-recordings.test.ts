import { describe, expect, it } from 'vitest';
import type { Recording } from '../play-call.ts';
import { testCall } from '../test-call.ts';
import { beginningOf, repeated } from './soak-recordings.ts';

const { script } = testCall();
const recording: Recording = {
  script,
  samples: {
    customer: new Int16Array(script.durationMs * 16).fill(1),
    agent: new Int16Array(script.durationMs * 16).fill(2),
  },
};

describe('what a soak plays', () => {
  it('begins a call with whole turns only', () => {
    const short = beginningOf(recording, 4_900);
    expect(short.script.turns.map(({ endMs }) => endMs)).toEqual([2_000]);
    expect(short.script.durationMs).toBe(2_000);
    expect(short.samples.agent).toHaveLength(32_000);
  });

  it('repeats whole calls, their turns later each time', () => {
    const long = repeated([recording], 13_000);
    expect(long.script.durationMs).toBe(12_000);
    expect(long.script.turns.map(({ startMs }) => startMs)).toEqual([1_000, 3_000, 7_000, 9_000]);
    expect(long.script.turns[3]?.heardWords[0]?.startMs).toBe(9_000);
    expect(long.samples.customer).toHaveLength(12_000 * 16);
    expect(long.samples.customer.every((sample) => sample === 1)).toBe(true);
  });
});
