import type { Settings } from '@agent/protocol';
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

/** When an alert is due, and how soon after another. */
export type AlertRules = Pick<Settings, 'alertBelow' | 'alertPauseSeconds'>;

/** Decides when an agent is told that the customer is upset. Keeps nothing: the log remembers. */
export interface SentimentAlerts {
  /**
   * A calm sentence of advice for the agent when an alert is due. `lastAlertAtMs` is the end of the
   * segment of the call's last alert, null without one, so that another bot can go on where this one
   * stopped.
   */
  adviceFor(segment: ScoredSegment, lastAlertAtMs: number | null): string | undefined;
}

/** Decides by the rules as they are at each moment. */
export function createSentimentAlerts(rules: () => AlertRules): SentimentAlerts {
  return {
    adviceFor({ text, score, atMs }, lastAlertAtMs) {
      const { alertBelow, alertPauseSeconds } = rules();
      if (score >= alertBelow) return undefined;
      const pauseMs = alertPauseSeconds * 1_000;
      if (lastAlertAtMs !== null && atMs - lastAlertAtMs < pauseMs) return undefined;
      return adviceAbout(causeOf(text), lastAlertAtMs === null ? 'first' : 'again');
    },
  };
}

function causeOf(text: string): AlertCause {
  return language.alertSigns.find(({ sign }) => sign.test(text))?.cause ?? 'general';
}
