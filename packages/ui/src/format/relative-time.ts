const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** From the largest; a month and a year are their mean lengths. */
const units = [
  ['year', 365.25 * DAY_MS],
  ['month', 30.44 * DAY_MS],
  ['day', DAY_MS],
  ['hour', HOUR_MS],
  ['minute', MINUTE_MS],
] as const;

/** How far away a moment is, in the largest unit that fits: `3 days ago`, `in 2 hours`, `now`. */
export function formatRelativeTime(atMs: number, nowMs: number, locale = 'en'): string {
  const awayMs = atMs - nowMs;
  const [unit, lengthMs] = units.find(([, length]) => Math.abs(awayMs) >= length) ?? ['second', 0];
  if (lengthMs === 0)
    return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second');
  return new Intl.RelativeTimeFormat(locale).format(Math.trunc(awayMs / lengthMs), unit);
}

/** A length of time in whole days, at least 1: `6 days`. */
export function formatDays(durationMs: number, locale = 'en'): string {
  const days = Math.max(1, Math.floor(durationMs / DAY_MS));
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'day',
    unitDisplay: 'long',
  }).format(days);
}
