'use client';
import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useState } from 'react';
import { Button } from '../button/button.tsx';
import { ConfirmDialog } from '../dialog/confirm-dialog.tsx';

/** Strings of a `QueuePosition`. */
export interface QueuePositionLabels {
  next: string;
  position: (position: number) => string;
  connecting: string;
  /** `minutes` is at least 1. */
  estimate: (minutes: number) => string;
  noEstimate: string;
  nobodyOnline: string;
  leave: string;
  leaveTitle: string;
  leaveDescription: string;
  leaveConfirm: string;
  stay: string;
  close: string;
}
/** English words of the place in the queue and the wait; `labels` replaces them one by one. */
export const defaultQueuePositionLabels: QueuePositionLabels = {
  next: 'You are next',
  position: (position) => `You are number ${position} in line`,
  connecting: 'An agent is being called to you',
  estimate: (minutes) => `About ${minutes} min, going by the last calls.`,
  noEstimate: 'We cannot tell yet how long it takes.',
  nobodyOnline: 'No agent is at the desk right now. You keep your place while this page is open.',
  leave: 'Leave the line',
  leaveTitle: 'Leave the line?',
  leaveDescription:
    'You give up your place and nobody will call you back. You can start again at any time.',
  leaveConfirm: 'Leave',
  stay: 'Keep waiting',
  close: 'Close',
};

/** Where a customer stands in the queue, as the server counts and estimates it. */
export interface QueuePositionProps extends ComponentPropsWithoutRef<'section'> {
  /** 1 is next; null while an agent is being asked. */
  position: number | null;
  estimatedWaitMs?: number | null | undefined;
  /** Agents at work; with none the page says so. */
  agentsOnline?: number | undefined;
  onLeave: () => void;
  pending?: boolean | undefined;
  /** Between the estimate and the button: a timer, a microphone test. */
  children?: ReactNode;
  labels?: Partial<QueuePositionLabels> | undefined;
}

/** A waiting customer's place in line, an honest estimate, and the way out. */
export const QueuePosition = forwardRef<HTMLElement, QueuePositionProps>(function QueuePosition(
  {
    position,
    estimatedWaitMs,
    agentsOnline,
    onLeave,
    pending,
    children,
    labels,
    className,
    ...rest
  },
  ref,
) {
  const text = { ...defaultQueuePositionLabels, ...labels };
  const [asking, setAsking] = useState(false);
  return (
    <section
      {...rest}
      ref={ref}
      className={clsx('aui-queue-position', className)}
      data-slot="queue-position"
      data-state={position === null ? 'connecting' : position === 1 ? 'next' : 'waiting'}
    >
      <div role="status" data-slot="queue-position-words">
        {position === null ? null : (
          <span data-slot="queue-position-number" aria-hidden="true">
            {position}
          </span>
        )}
        <p data-slot="queue-position-title">{title(position, text)}</p>
        <p data-slot="queue-position-estimate">
          {estimate({ position, estimatedWaitMs, agentsOnline }, text)}
        </p>
      </div>
      {children}
      <Button size="lg" variant="ghost" pending={pending} onClick={() => setAsking(true)}>
        {text.leave}
      </Button>
      <ConfirmDialog
        open={asking}
        size="lg"
        words={{
          title: text.leaveTitle,
          description: text.leaveDescription,
          confirm: text.leaveConfirm,
          cancel: text.stay,
          close: text.close,
        }}
        onClose={() => setAsking(false)}
        onConfirm={onLeave}
      />
    </section>
  );
});

function title(position: number | null, text: QueuePositionLabels): string {
  if (position === null) return text.connecting;
  return position === 1 ? text.next : text.position(position);
}

function estimate(
  {
    position,
    estimatedWaitMs,
    agentsOnline,
  }: Pick<QueuePositionProps, 'position' | 'estimatedWaitMs' | 'agentsOnline'>,
  text: QueuePositionLabels,
): string {
  if (position === null) return '';
  if (agentsOnline === 0) return text.nobodyOnline;
  if (estimatedWaitMs == null) return text.noEstimate;
  return text.estimate(Math.max(1, Math.round(estimatedWaitMs / 60_000)));
}
