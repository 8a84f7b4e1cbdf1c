import * as v from 'valibot';
import { sentimentLabels } from './closed-lists.ts';

/** How a customer segment sounds, from its words. */
export const sentiment = v.object({
  /** −1 (very negative) to 1 (very positive). */
  score: v.pipe(v.number(), v.minValue(-1), v.maxValue(1)),
  label: v.picklist(sentimentLabels),
  /** 0–1. */
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
});
/** Score from −1 to 1, the label that follows from it, and how sure that is. */
export type Sentiment = v.InferOutput<typeof sentiment>;

/** Negative below −0.3, positive above 0.3. */
export type SentimentLabel = Sentiment['label'];

/** Beyond this on either side a score has a direction. */
export const SENTIMENT_LABEL_THRESHOLD = 0.3;

/** The label of a score. */
export function sentimentLabel(score: number): SentimentLabel {
  if (score < -SENTIMENT_LABEL_THRESHOLD) return 'negative';
  return score > SENTIMENT_LABEL_THRESHOLD ? 'positive' : 'neutral';
}
