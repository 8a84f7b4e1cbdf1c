'use client';
import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { formatTimer, isoDuration } from '../format/clock.ts';
import { LocalTime } from '../react/local-time.tsx';
import { useNow } from '../react/use-now.ts';

/** Strings of a `Timer`. */
export interface TimerLabels {
  elapsed: (durationMs: number) => string;
}
/** Time as `mm:ss`, from an hour on as `h:mm:ss`. */
export const defaultTimerLabels: TimerLabels = { elapsed: formatTimer };

/** Since when it counts and, once it has stopped, until when. */
export interface TimerProps
  extends Omit<ComponentPropsWithoutRef<'time'>, 'children' | 'dateTime'> {
  /** Epoch milliseconds at which the timer started. */
  sinceMs: number;
  /** Epoch milliseconds at which it stopped; running while absent. */
  untilMs?: number | null | undefined;
  /** Replaces the clock, for tests and replay. */
  nowMs?: number | undefined;
  /** Language of the start on hover. Default: the browser's. */
  locale?: string | undefined;
  labels?: Partial<TimerLabels> | undefined;
}

/** Time since a moment as `mm:ss`, counting every second in digits of one width. */
export const Timer = forwardRef<HTMLTimeElement, TimerProps>(function Timer(
  { sinceMs, untilMs, nowMs, locale, labels, className, ...rest },
  ref,
) {
  const text = { ...defaultTimerLabels, ...labels };
  const clockMs = useNow(1000, untilMs ?? nowMs);
  const elapsedMs = clockMs - sinceMs;
  return (
    <LocalTime
      role="timer"
      exactMs={sinceMs}
      locale={locale}
      {...rest}
      ref={ref}
      className={clsx('aui-timer', className)}
      data-slot="timer"
      data-state={untilMs == null ? 'running' : 'stopped'}
      dateTime={isoDuration(elapsedMs)}
    >
      {text.elapsed(elapsedMs)}
    </LocalTime>
  );
});
