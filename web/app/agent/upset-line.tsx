'use client';
import { firstName } from '@agent/protocol';
import { Badge, IconButton } from '@agent/ui';
import { HeartHandshake, X } from 'lucide-react';
import type { UpsetAlertProps } from './upset-alert.tsx';

/**
 * The alert in one line above the columns, for where the column that has it is a drawer. While that
 * is closed its button tells screen readers; else this line does.
 */
export function UpsetLine({
  customerName,
  alert,
  onDismiss,
  drawerOpen,
}: UpsetAlertProps & { drawerOpen: boolean }) {
  return (
    <div className="upset-line" aria-live={drawerOpen ? 'polite' : 'off'}>
      {alert ? (
        <>
          <Badge tone="warning" icon={<HeartHandshake />} title={alert.advice}>
            {firstName(customerName)} sounds upset. {alert.advice}
          </Badge>
          {onDismiss ? (
            <IconButton size="sm" label="Dismiss" icon={<X />} onClick={onDismiss} />
          ) : null}
        </>
      ) : null}
    </div>
  );
}
