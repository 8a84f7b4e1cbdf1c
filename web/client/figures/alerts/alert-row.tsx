'use client';
import type { FigureAlert, FigureAlertAct } from '@agent/protocol';
import { Button, RelativeTime } from '@agent/ui';
import { TriangleAlert } from 'lucide-react';
import type { AskedAct } from './alert-question.tsx';

interface AlertRowProps {
  alert: FigureAlert;
  userId: string;
  isPending: boolean;
  onAct: (id: string, act: FigureAlertAct['act']) => void;
  /** Asked before it is done. */
  onAsk: (act: AskedAct['act']) => void;
}

/** One figure that is out of line: what, since when, who sees to it, its calls, and what can be done. */
export function AlertRow({ alert, userId, isPending, onAct, onAsk }: AlertRowProps) {
  const { id, text, queue, since, owner, href } = alert;
  const isMine = owner?.userId === userId;
  return (
    <li className="figure-alert" data-state={owner ? 'taken' : 'open'}>
      <TriangleAlert aria-hidden="true" />
      <div>
        <p>
          {queue && <strong>{queue.name}: </strong>}
          {text}
        </p>
        <p className="figure-alert-facts">
          Since <RelativeTime at={since} /> ·{' '}
          {owner ? `${isMine ? 'You see' : `${owner.name} sees`} to it` : 'Nobody sees to it'} ·{' '}
          <a href={href}>Its calls</a>
        </p>
      </div>
      <div className="figure-alert-acts">
        {owner ? (
          <Button size="sm" pending={isPending} onClick={() => onAct(id, 'give-back')}>
            {isMine ? 'Give back' : 'Take away'}
          </Button>
        ) : (
          <Button size="sm" pending={isPending} onClick={() => onAct(id, 'take')}>
            I take it
          </Button>
        )}
        {(isMine || !owner) && (
          <>
            <Button size="sm" pending={isPending} onClick={() => onAsk('new-normal')}>
              This is the new normal
            </Button>
            <Button size="sm" pending={isPending} onClick={() => onAsk('leave-out')}>
              Leave these hours out
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
