import { formatTimer } from '../format/clock.ts';
import { formatScore, type SentimentLabel } from '../sentiment-mark/sentiment-mark.tsx';
import type { TrendDirection } from './trend-direction.ts';

/** What a label is told of a scored segment. */
export type LabelledPoint = { atMs: number; score: number; trend: number; label: SentimentLabel };

/** Strings of a `SentimentTrend`. */
export interface SentimentTrendLabels {
  name: string;
  empty: string;
  direction: Record<TrendDirection, string>;
  /** The line in words; there is at least one point. */
  summary: (points: readonly LabelledPoint[], direction: TrendDirection) => string;
  positive: string;
  negative: string;
  alert: string;
  /** When a point was said, in the table; milliseconds since the call was answered. */
  atTime: (atMs: number) => string;
  /** A score of −1…1, in the table and at the axis. */
  scored: (score: number) => string;
  time: string;
  score: string;
  trend: string;
  sounds: string;
}
/** English words of the line and of the table behind it; `labels` replaces them one by one. */
export const defaultSentimentTrendLabels: SentimentTrendLabels = {
  name: 'Sentiment',
  empty: 'Shown once the customer has spoken.',
  direction: { falling: 'falling', steady: 'steady', rising: 'rising' },
  summary: (points, direction) => summaryWords(points, direction),
  positive: '+1',
  negative: '−1',
  alert: 'alert',
  atTime: formatTimer,
  scored: formatScore,
  time: 'Time',
  score: 'Score',
  trend: 'Smoothed',
  sounds: 'Sounds',
};

function summaryWords(points: readonly LabelledPoint[], direction: TrendDirection): string {
  const last = points.at(-1);
  const lowest = points.reduce(
    (low, point) => (point.score < low.score ? point : low),
    points[0] ?? noPoint,
  );
  return `Sentiment of the customer: ${last?.label ?? 'neutral'} (${formatScore(last?.trend ?? 0)}), ${direction}. Lowest ${formatScore(lowest.score)} at ${formatTimer(lowest.atMs)}.`;
}

const noPoint: LabelledPoint = { atMs: 0, score: 0, trend: 0, label: 'neutral' };
