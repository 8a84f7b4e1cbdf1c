'use client';
import type { CallView } from '@agent/protocol';
import { Badge, IconButton } from '@agent/ui';
import { HeartHandshake, X } from 'lucide-react';
import type { Assist } from '../../client/use-assist.ts';
import { firstName } from './first-name.ts';

/**
 * The alert in one line above the columns, for where the column that has it is a drawer. While that
 * is closed its button tells screen readers; else this line does.
 */
export function MoodLine({
  view,
  assist,
  drawerOpen,
}: {
  view: CallView;
  assist: Assist;
  drawerOpen: boolean;
}) {
  const { alert, dismiss } = assist.alert;
  return (
    <div className="mood-line" aria-live={drawerOpen ? 'polite' : 'off'}>
      {alert ? (
        <>
          <Badge tone="warning" icon={<HeartHandshake />} title={alert.advice}>
            {firstName(view.customerName)} sounds upset. {alert.advice}
          </Badge>
          <IconButton size="sm" label="Dismiss" icon={<X />} onClick={dismiss} />
        </>
      ) : null}
    </div>
  );
}
