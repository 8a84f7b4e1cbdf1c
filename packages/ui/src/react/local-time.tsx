'use client';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { useBrowserValue } from './use-browser-value.ts';

/** Props of a `LocalTime`. */
export interface LocalTimeProps extends ComponentPropsWithoutRef<'time'> {
  /** Epoch milliseconds of what is shown on hover. */
  exactMs?: number | undefined;
  /** How it is written there. Default: date and time. */
  exactAs?: Intl.DateTimeFormatOptions | undefined;
  /** Language of it. Default: the browser's. */
  locale?: string | undefined;
}

/**
 * A time that depends on the clock, the time zone or the language of this browser. A server knows none
 * of them, and React leaves what a server wrote; so the element is made again once it is here.
 */
export const LocalTime = forwardRef<HTMLTimeElement, LocalTimeProps>(function LocalTime(
  { exactMs, exactAs, locale, ...rest },
  ref,
) {
  const isHere = useBrowserValue(isInBrowser, false);
  return (
    <time
      key={isHere ? 'here' : 'server'}
      title={exactMs === undefined ? undefined : new Date(exactMs).toLocaleString(locale, exactAs)}
      suppressHydrationWarning
      {...rest}
      ref={ref}
    />
  );
});

const isInBrowser = () => true;
