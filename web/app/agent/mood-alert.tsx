'use client';
import type { CallView } from '@agent/protocol';
import { SentimentAlert } from '@agent/ui';
import type { Assist } from '../../client/use-assist.ts';
import { firstName } from './first-name.ts';

/** That the customer is upset, and what helps; nothing while there is no alert. Whoever shows it tells screen readers. */
export function MoodAlert({ view, assist }: { view: CallView; assist: Assist }) {
  const { alert, dismiss } = assist.alert;
  if (!alert) return null;
  return (
    <SentimentAlert
      key={alert.seq}
      role="group"
      customerName={firstName(view.customerName)}
      advice={alert.advice}
      score={alert.score}
      onDismiss={dismiss}
    />
  );
}
