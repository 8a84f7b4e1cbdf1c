'use client';
import type { SentimentAlert as Alert } from '@agent/calls';
import { firstName } from '@agent/protocol';
import { SentimentAlert } from '@agent/ui';

/** That the customer is upset, as the desk shows it. */
export interface UpsetAlertProps {
  customerName: string;
  alert: Alert | null;
  onDismiss?: (() => void) | undefined;
}

/** That the customer is upset, and what helps; nothing while there is no alert. Its parent tells screen readers. */
export function UpsetAlert({ customerName, alert, onDismiss }: UpsetAlertProps) {
  if (!alert) return null;
  return (
    <SentimentAlert
      key={alert.seq}
      role="group"
      customerName={firstName(customerName)}
      advice={alert.advice}
      score={alert.score}
      onDismiss={onDismiss}
    />
  );
}
