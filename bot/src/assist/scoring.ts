import type { FinalSegment } from '@agent/calls';
import { type Sentiment, sentimentLabel } from '@agent/protocol';
import type { SentimentAlerts } from '../sentiment/sentiment-alerts.ts';
import type { AssistEvents } from './assist-events.ts';
import type { ModelSuggestion } from './model/suggester.ts';

export interface ScoringOptions {
  /** How words sound. */
  scoreWords: (text: string) => Sentiment;
  alerts: SentimentAlerts;
  events: Pick<AssistEvents, 'scored' | 'alerted'>;
  /** End of the log's last alert's segment, in milliseconds since the answer; null: none. */
  lastAlertAtMs: () => number | null;
}

/** Tells how the customer of one call sounds, and when the agent should know. */
export interface Scoring {
  /** Scores a segment by its words; returns the score, −1…1. */
  byWords(segment: FinalSegment, isRecent: boolean): number;
  /** Takes a model's word for it. */
  byModel(segment: FinalSegment, heard: ModelSuggestion['sentiment']): void;
}

/** Creates the scoring of one call. */
export function createScoring(options: ScoringOptions): Scoring {
  const { scoreWords, alerts, events } = options;
  /** Of an alert that the log may not have yet. */
  let alertedAtMs = Number.NEGATIVE_INFINITY;

  function alertWhenDue({ id: segmentId, text, endMs: atMs }: FinalSegment, score: number) {
    const last = Math.max(alertedAtMs, options.lastAlertAtMs() ?? Number.NEGATIVE_INFINITY);
    const advice = alerts.adviceFor({ text, score, atMs }, Number.isFinite(last) ? last : null);
    if (advice === undefined) return;
    alertedAtMs = atMs;
    events.alerted({ segmentId, score, advice });
  }

  return {
    byWords(segment, isRecent) {
      const sentiment = scoreWords(segment.text);
      events.scored({ segmentId: segment.id, ...sentiment, source: 'lexicon' });
      if (isRecent) alertWhenDue(segment, sentiment.score);
      return sentiment.score;
    },
    byModel(segment, { score, confidence }) {
      const label = sentimentLabel(score);
      events.scored({ segmentId: segment.id, score, label, confidence, source: 'model' });
      alertWhenDue(segment, score);
    },
  };
}
