import type { CallState, SentimentAlert } from '@agent/calls';

/** An alert that nobody answers goes by itself after so long. */
export const ALERT_SHOWN_MS = 20_000;

/**
 * The newest alert, unless the agent has answered since and the customer does not sound negative any
 * more. One better sentence in the same breath does not end it.
 */
export function standingAlert({ assist, segments }: CallState): SentimentAlert | null {
  const alert = assist.alerts.at(-1);
  if (!alert) return null;
  const since = segments.slice(segments.findIndex(({ id }) => id === alert.segmentId) + 1);
  const answered = since.findIndex(({ speaker }) => speaker === 'agent');
  if (answered === -1) return alert;
  const isBetter = since.slice(answered).some(({ id }) => {
    const scored = assist.sentiment.get(id);
    return scored !== undefined && scored.label !== 'negative';
  });
  return isBetter ? null : alert;
}
