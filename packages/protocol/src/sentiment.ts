import { sentimentLabels } from './closed-lists.ts';
import type { Shapes } from './record-shape.ts';
import { number, oneOf } from './value-shape.ts';

/** How a customer segment sounds, from its words. */
export const sentimentFields = {
  /** −1 (very negative) to 1 (very positive). */
  score: number(-1, 1),
  label: oneOf(sentimentLabels),
  /** 0–1. */
  confidence: number(0, 1),
};
export type Sentiment = Shapes<typeof sentimentFields>;

/** Negative below −0.3, positive above 0.3. */
export type SentimentLabel = Sentiment['label'];

/** Beyond this on either side a score has a direction. */
export const SENTIMENT_LABEL_THRESHOLD = 0.3;
/** Below this the agent is alerted. */
export const SENTIMENT_ALERT_THRESHOLD = -0.5;

/** The label of a score. */
export function sentimentLabel(score: number): SentimentLabel {
  if (score < -SENTIMENT_LABEL_THRESHOLD) return 'negative';
  return score > SENTIMENT_LABEL_THRESHOLD ? 'positive' : 'neutral';
}
