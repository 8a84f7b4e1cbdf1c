import type { SentimentLabel } from '@agent/protocol';
import type { SentimentTrendPoint } from '../sentiment-trend/sentiment-trend.tsx';

/** How the customer of the sample conversation sounds, by segment. */
export const sampleSentiments: ReadonlyMap<
  string,
  { label: SentimentLabel; score: number; confidence: number }
> = new Map([
  ['t2a', { label: 'negative', score: -0.48, confidence: 0.7 }],
  ['t2b', { label: 'negative', score: -0.72, confidence: 0.9 }],
  ['c1', { label: 'neutral', score: 0, confidence: 0.4 }],
]);

/** Points of a line from scores, one every 14 s. */
export function trendPoints(scores: readonly number[]): SentimentTrendPoint[] {
  let trend = scores[0] ?? 0;
  return scores.map((score, index) => {
    trend = (score + trend) / 2;
    return {
      segmentId: `p${index}`,
      atMs: 9_000 + index * 14_000,
      score,
      trend,
      label: label(trend),
    };
  });
}

function label(score: number): SentimentLabel {
  if (score < -0.3) return 'negative';
  return score > 0.3 ? 'positive' : 'neutral';
}
