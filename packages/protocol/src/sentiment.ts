import * as z from 'zod';

/** Negative below −0.3, positive above 0.3. */
export const sentimentLabelSchema = z.enum(['negative', 'neutral', 'positive']);
export type SentimentLabel = z.infer<typeof sentimentLabelSchema>;

/** How a customer segment sounds, from its words. */
export const sentimentSchema = z.object({
  /** −1 (very negative) to 1 (very positive). */
  score: z.number().min(-1).max(1),
  label: sentimentLabelSchema,
  /** 0–1. */
  confidence: z.number().min(0).max(1),
});
export type Sentiment = z.infer<typeof sentimentSchema>;

/** Beyond this on either side a score has a direction. */
export const SENTIMENT_LABEL_THRESHOLD = 0.3;
/** Below this the agent is alerted. */
export const SENTIMENT_ALERT_THRESHOLD = -0.5;

/** The label of a score. */
export function sentimentLabel(score: number): SentimentLabel {
  if (score < -SENTIMENT_LABEL_THRESHOLD) return 'negative';
  return score > SENTIMENT_LABEL_THRESHOLD ? 'positive' : 'neutral';
}
