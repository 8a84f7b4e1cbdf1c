import { SENTIMENT_ALERT_THRESHOLD } from '@agent/protocol';
import { language } from '../language.ts';
import { type AlertCause, adviceAbout } from './advice.ts';

/** What an alert hangs on. */
export interface ScoredSegment {
  text: string;
  /** −1…1. */
  score: number;
  /** End of the segment, in milliseconds since the call was answered. */
  atMs: number;
}

export interface SentimentAlertsOptions {
  /** Least time between two alerts of a call. Default 30,000. */
  cooldownMs?: number;
  /** An alert is due below this score. Default `SENTIMENT_ALERT_THRESHOLD`. */
  threshold?: number;
}

/** Decides when an agent is told that the customer is upset. Keeps nothing: the log remembers. */
export interface SentimentAlerts {
  /**
   * A calm sentence of advice for the agent when an alert is due. `lastAlertAtMs` is the end of the
   * segment of the call's last alert, null without one, so that another bot can go on where this one
   * stopped.
   */
  adviceFor(segment: ScoredSegment, lastAlertAtMs: number | null): string | undefined;
}

/** Creates the rules for alerts. */
export function createSentimentAlerts(options: SentimentAlertsOptions = {}): SentimentAlerts {
  const { cooldownMs = 30_000, threshold = SENTIMENT_ALERT_THRESHOLD } = options;
  return {
    adviceFor({ text, score, atMs }, lastAlertAtMs) {
      if (score >= threshold) return undefined;
      if (lastAlertAtMs !== null && atMs - lastAlertAtMs < cooldownMs) return undefined;
      return adviceAbout(causeOf(text), lastAlertAtMs === null ? 'first' : 'again');
    },
  };
}

function causeOf(text: string): AlertCause {
  return language.alertSigns.find(({ sign }) => sign.test(text))?.cause ?? 'general';
}
