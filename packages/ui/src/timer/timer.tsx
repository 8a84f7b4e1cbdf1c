'use client';
import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { formatTimer, isoDuration } from '../format/clock.ts';
import { useNow } from '../react/use-now.ts';

export interface TimerProps
  extends Omit<ComponentPropsWithoutRef<'time'>, 'children' | 'dateTime'> {
  /** Epoch milliseconds at which the timer started. */
  sinceMs: number;
  /** Epoch milliseconds at which it stopped; running while absent. */
  untilMs?: number | null | undefined;
  /** Replaces the clock, for tests and replay. */
  nowMs?: number | undefined;
}

/** Time since a moment as `mm:ss`, counting every second in digits of one width. */
export const Timer = forwardRef<HTMLTimeElement, TimerProps>(function Timer(
  { sinceMs, untilMs, nowMs, className, ...rest },
  ref,
) {
  const clockMs = useNow(1000, untilMs ?? nowMs);
  const elapsedMs = clockMs - sinceMs;
  return (
    <time
      role="timer"
      title={new Date(sinceMs).toLocaleString()}
      suppressHydrationWarning
      {...rest}
      ref={ref}
      className={clsx('aui-timer', className)}
      data-slot="timer"
      data-state={untilMs == null ? 'running' : 'stopped'}
      dateTime={isoDuration(elapsedMs)}
    >
      {formatTimer(elapsedMs)}
    </time>
  );
});
