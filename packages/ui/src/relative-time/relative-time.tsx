'use client';
import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { formatRelativeTime } from '../format/relative-time.ts';
import { LocalTime } from '../react/local-time.tsx';
import { useNow } from '../react/use-now.ts';

/** A moment, and the clock and language to tell it in. */
export interface RelativeTimeProps
  extends Omit<ComponentPropsWithoutRef<'time'>, 'children' | 'dateTime'> {
  /** ISO 8601. */
  at: string;
  /** Language of the words. Default `en`. */
  locale?: string | undefined;
  /** Replaces the clock, for tests and replay. */
  nowMs?: number | undefined;
}

const TICK_MS = 30_000;

/** How long ago something was, or will be; the exact time on hover. */
export const RelativeTime = forwardRef<HTMLTimeElement, RelativeTimeProps>(function RelativeTime(
  { at, locale = 'en', nowMs, className, ...rest },
  ref,
) {
  const clockMs = useNow(TICK_MS, nowMs);
  const atMs = Date.parse(at);
  return (
    <LocalTime
      exactMs={atMs}
      exactAs={{ dateStyle: 'full', timeStyle: 'short' }}
      locale={locale}
      dir="auto"
      {...rest}
      ref={ref}
      className={clsx('aui-relative-time', className)}
      data-slot="relative-time"
      data-state={atMs > clockMs ? 'future' : 'past'}
      dateTime={at}
    >
      {formatRelativeTime(atMs, clockMs, locale)}
    </LocalTime>
  );
});
