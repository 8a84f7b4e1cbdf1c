import { createContext, useContext } from 'react';
import { isoDuration } from '../format/clock.ts';
import { LocalTime } from '../react/local-time.tsx';

/** The time of a wall in epoch milliseconds. Apart from all else, as it changes every second. */
export const WallClock = createContext(0);

/** Words that tell how long something has lasted, or will; the moment itself on hover. Internal to the wall. */
export function RunningTime({
  atMs,
  words,
  locale,
  slot,
}: {
  /** Epoch milliseconds of its begin, or of its end if that is to come. */
  atMs: number;
  /** Gets the milliseconds between then and now, never fewer than none. */
  words: (durationMs: number) => string;
  locale: string | undefined;
  slot: string;
}) {
  const durationMs = Math.abs(useContext(WallClock) - atMs);
  return (
    <LocalTime
      exactMs={atMs}
      exactAs={{ dateStyle: 'medium', timeStyle: 'medium' }}
      locale={locale}
      dateTime={isoDuration(durationMs)}
      data-slot={slot}
    >
      {words(durationMs)}
    </LocalTime>
  );
}
