import { clsx } from 'clsx';
import { Users } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { formatClock } from '../format/clock.ts';

/** Strings of a `QueueSummary`. */
export interface QueueSummaryLabels {
  empty: string;
  waiting: (count: number) => string;
  longest: (durationMs: number) => string;
}
/** English words of the line about who waits; `labels` replaces them one by one. */
export const defaultQueueSummaryLabels: QueueSummaryLabels = {
  empty: 'Nobody waiting',
  waiting: (count) => `${count} waiting`,
  longest: (durationMs) => `longest ${formatClock(durationMs)}`,
};

/** How many wait, and the longest of them for how long. */
export interface QueueSummaryProps extends Omit<ComponentPropsWithoutRef<'p'>, 'children'> {
  waiting: number;
  longestWaitMs?: number | null | undefined;
  labels?: Partial<QueueSummaryLabels> | undefined;
}

/** How many wait and for how long, in one line. */
export const QueueSummary = forwardRef<HTMLParagraphElement, QueueSummaryProps>(
  function QueueSummary({ waiting, longestWaitMs, labels, className, ...rest }, ref) {
    const text = { ...defaultQueueSummaryLabels, ...labels };
    return (
      <p
        {...rest}
        ref={ref}
        className={clsx('aui-queue-summary', className)}
        data-slot="queue-summary"
        data-state={waiting === 0 ? 'empty' : 'waiting'}
      >
        <Users aria-hidden="true" />
        <span>{waiting === 0 ? text.empty : text.waiting(waiting)}</span>
        {waiting > 0 && longestWaitMs != null ? (
          <span data-slot="queue-summary-longest">{text.longest(longestWaitMs)}</span>
        ) : null}
      </p>
    );
  },
);
