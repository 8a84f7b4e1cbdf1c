import { describe, expect, it } from 'vitest';
import { transcriptionStatus } from './transcription-status.ts';

const reachable = (delayMs: number) => ({ delayMs, isReachable: true });

describe('transcriptionStatus', () => {
  it.each([
    ['live', 0, 'live'],
    ['live', 2_500, 'live'],
    ['live', 2_501, 'delayed'],
    ['delayed', 2_000, 'delayed'],
    ['delayed', 1_499, 'live'],
    ['off', 2_000, 'delayed'],
    ['off', 0, 'live'],
  ] as const)('after %s, %i ms behind is %s', (before, delayMs, after) => {
    expect(transcriptionStatus(before, reachable(delayMs))).toBe(after);
  });

  it('is off while nobody can be asked, however small the delay', () => {
    expect(transcriptionStatus('live', { delayMs: 0, isReachable: false })).toBe('off');
  });
});
