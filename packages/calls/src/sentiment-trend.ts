import { type SegmentId, type SentimentLabel, sentimentLabel } from '@agent/protocol';
import type { CallState } from './call-state.ts';

/** One point of a call's sentiment line. */
export interface SentimentPoint {
  segmentId: SegmentId;
  /** End of the segment, in milliseconds since the call was answered. */
  atMs: number;
  /** Score of this segment, −1…1. */
  score: number;
  /** Smoothed score, −1…1. */
  trend: number;
  label: SentimentLabel;
}

/** Weight of the newest segment in the smoothed line; a half lets one turn show without deciding. */
const NEWEST_WEIGHT = 0.5;

/**
 * The customer's sentiment over the call, oldest first. `trend` is the exponential moving average
 * `t₁ = s₁`, `tₙ = ½ sₙ + ½ tₙ₋₁`; `label` is that of `trend`.
 */
export function selectSentimentTrend(
  state: Pick<CallState, 'segments' | 'assist'>,
): readonly SentimentPoint[] {
  const points: SentimentPoint[] = [];
  for (const { id: segmentId, endMs: atMs } of state.segments) {
    const scored = state.assist.sentiment.get(segmentId);
    if (!scored) continue;
    const { score } = scored;
    const before = points.at(-1)?.trend ?? score;
    const trend = NEWEST_WEIGHT * score + (1 - NEWEST_WEIGHT) * before;
    points.push({ segmentId, atMs, score, trend, label: sentimentLabel(trend) });
  }
  return points;
}
