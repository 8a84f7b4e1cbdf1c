import { describe, expect, it } from 'vitest';
import { createCallState } from './call-state.ts';
import { receiveEnvelopes } from './receive.ts';
import { selectSentimentTrend } from './sentiment-trend.ts';
import { scored } from './test-support/assist-events.ts';
import { callId, createAnsweredLog, spoken } from './test-support/call-log.ts';

function trendOf(scores: readonly (number | null)[]) {
  const log = createAnsweredLog();
  scores.forEach((score, index) => {
    log.append('segment.final', spoken(100 + index, index * 2_000));
    if (score !== null) log.append('sentiment.scored', scored(100 + index, score));
  });
  return selectSentimentTrend(receiveEnvelopes(createCallState(callId), log.envelopes()));
}

describe('selectSentimentTrend', () => {
  it('weighs each segment half against all before it', () => {
    expect(trendOf([-0.8, 0.4, 0.4]).map(({ trend }) => trend)).toEqual([-0.8, -0.2, 0.1]);
  });

  it('names the direction of the smoothed line and keeps the score of each segment', () => {
    const points = trendOf([-0.8, 0.4]);
    expect(points.map(({ label }) => label)).toEqual(['negative', 'neutral']);
    expect(points.map(({ score }) => score)).toEqual([-0.8, 0.4]);
  });

  it('leaves out segments without a score', () => {
    expect(trendOf([0.5, null, 0.5]).map(({ atMs }) => atMs)).toEqual([1_000, 5_000]);
  });

  it('takes the later of two scores of one segment', () => {
    const log = createAnsweredLog();
    log.append('segment.final', spoken(100, 0));
    log.append('sentiment.scored', scored(100, -0.2));
    log.append('sentiment.scored', { ...scored(100, -0.9), source: 'model' });
    const state = receiveEnvelopes(createCallState(callId), log.envelopes());
    expect(selectSentimentTrend(state).map(({ score }) => score)).toEqual([-0.9]);
  });
});
