import * as v from 'valibot';
import { expect, test } from 'vitest';
import { settingDefinitions } from './admin/settings.ts';
import { SENTIMENT_LABEL_THRESHOLD, sentiment, sentimentLabel } from './sentiment.ts';

test.each([
  [-1, 'negative'],
  [-0.300_001, 'negative'],
  [-0.3, 'neutral'],
  [0, 'neutral'],
  [0.3, 'neutral'],
  [0.300_001, 'positive'],
  [1, 'positive'],
])('a score of %d is %s', (score, label) => {
  expect(sentimentLabel(score)).toBe(label);
});

test('an alert needs a score that is negative in any case', () => {
  expect(settingDefinitions.alertBelow.most).toBeLessThanOrEqual(-SENTIMENT_LABEL_THRESHOLD);
});

test('scores go from -1 to 1 and confidence from 0 to 1', () => {
  const isRead = (part: object) =>
    v.is(sentiment, { score: 0, label: 'neutral', confidence: 0, ...part });
  for (const part of [{ score: -1 }, { score: 1 }, { confidence: 0 }, { confidence: 1 }]) {
    expect(isRead(part)).toBe(true);
  }
  for (const part of [
    { score: -1.01 },
    { score: 1.01 },
    { confidence: -0.01 },
    { confidence: 1.01 },
    { score: Number.NaN },
  ]) {
    expect(isRead(part)).toBe(false);
  }
});
