import { describe, expect, it } from 'vitest';
import { createCallState } from '../call-state.ts';
import { receiveEnvelopes } from '../receive.ts';
import { callId, createAnsweredLog, segmentUuid, spoken } from '../test-support/call-log.ts';
import { selectMood } from './sentiment-fall.ts';

/** A call in which the customer says something each second that sounds like this. */
function moodOf(scores: readonly number[]) {
  const log = createAnsweredLog();
  const seqs = scores.map((score, index) => {
    const { seq } = log.append('segment.final', spoken(index, index * 1_000));
    log.append('sentiment.scored', {
      ...{ segmentId: segmentUuid(index), score, source: 'lexicon', confidence: 1 },
      label: score < 0 ? 'negative' : 'positive',
    });
    return seq;
  });
  const state = receiveEnvelopes(createCallState(callId), log.envelopes());
  return { ...selectMood(state), seqs };
}

describe('selectMood', () => {
  it('finds no fall where nothing was scored, or the customer sounds well', () => {
    expect(moodOf([]).fall).toBeNull();
    expect(moodOf([0.2, 0.5, 0.1]).fall).toBeNull();
  });

  it('begins a fall with the first segment that went down with it', () => {
    const { fall, points, seqs } = moodOf([0.5, 0.5, -0.2, -0.9]);
    expect(points.map(({ trend }) => trend)).toEqual([0.5, 0.5, 0.15, -0.375]);
    expect(fall).toEqual({ seq: seqs[2], startMs: 3_000 });
  });

  it('finds none where the customer sounds bad and never sounded much better', () => {
    expect(moodOf([-0.4, -0.5, -0.6, -0.5]).fall).toBeNull();
  });

  it('keeps the beginning of a fall while it goes up and down a little', () => {
    const { fall, seqs } = moodOf([0.6, -0.8, -0.9, -0.1, -0.8, -0.2, -0.9]);
    expect(fall?.seq).toBe(seqs[1]);
  });

  it('ends a fall when the customer has calmed down, and calls the next another one', () => {
    const calm = [0.6, -0.9, -0.9, 0.6, 0.7];
    expect(moodOf(calm).fall).toBeNull();
    const { fall, seqs } = moodOf([...calm, -0.9, -0.9]);
    expect(fall?.seq).toBe(seqs[5]);
  });
});
