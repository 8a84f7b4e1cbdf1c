'use client';
import type { FigureAlert, FigureAlertAct } from '@agent/protocol';
import { Button, RelativeTime } from '@agent/ui';

const endWords: Record<NonNullable<FigureAlert['closed']>['how'], (by: string) => string> = {
  over: () => 'Back to usual',
  'new-normal': (by) => `${by}: the new normal`,
  'left-out': (by) => `${by}: hours left out`,
  'not-watched': () => 'Not watched any more',
};

interface ClosedAlertsProps {
  alerts: readonly FigureAlert[];
  pending: ReadonlySet<string>;
  onAct: (id: string, act: FigureAlertAct['act']) => void;
}

/** The alerts of the last week that are over, folded away; what somebody said of them can be undone. */
export function ClosedAlerts({ alerts, pending, onAct }: ClosedAlertsProps) {
  if (alerts.length === 0) return null;
  return (
    <details className="figure-alerts-closed">
      <summary>
        {alerts.length === 1 ? '1 alert' : `${alerts.length} alerts`} of the last week
      </summary>
      <ul>
        {alerts.map(({ id, text, queue, closed, href }) => (
          <li key={id}>
            <p>
              {queue && <strong>{queue.name}: </strong>}
              {text}
            </p>
            {closed && (
              <p className="figure-alert-facts">
                {endWords[closed.how](closed.by ?? 'Somebody')}, <RelativeTime at={closed.at} /> ·{' '}
                <a href={href}>Its calls</a>
              </p>
            )}
            {(closed?.how === 'new-normal' || closed?.how === 'left-out') && (
              <Button size="sm" pending={pending.has(id)} onClick={() => onAct(id, 'undo')}>
                Undo
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
