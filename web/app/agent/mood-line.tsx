'use client';
import type { CallView } from '@agent/protocol';
import { Badge } from '@agent/ui';
import { HeartHandshake } from 'lucide-react';
import type { Assist } from '../../client/use-assist.ts';
import { firstName } from './first-name.ts';

/** The alert in one line, for where the column that has it is put away. */
export function MoodLine({ view, assist }: { view: CallView; assist: Assist }) {
  const { alert } = assist.alert;
  if (!alert) return null;
  return (
    <Badge className="desk-mood" tone="warning" icon={<HeartHandshake />} title={alert.advice}>
      {firstName(view.customerName)} sounds upset. {alert.advice}
    </Badge>
  );
}
