const DAY_MS = 86_400_000;

/** As the tables take it. */
export function isoTime(time: Date): string {
  return time.toISOString();
}

/** So many days of 24 hours earlier; later when negative. */
export function daysBefore(time: Date, days: number): Date {
  return new Date(time.getTime() - days * DAY_MS);
}

/** So many minutes later. */
export function minutesAfter(time: Date, minutes: number): Date {
  return new Date(time.getTime() + minutes * 60_000);
}

/** The same day (at most the 28th) and time of an earlier month. */
export function monthsBefore(time: Date, months: number): Date {
  const earlier = new Date(time);
  earlier.setUTCDate(Math.min(time.getUTCDate(), 28));
  earlier.setUTCMonth(earlier.getUTCMonth() - months);
  return earlier;
}

/** The third of this month in the morning (UTC), or of the month before when that is yet to come. */
export function thirdOfMonth(now: Date): Date {
  const third = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 3, 9, 12));
  return minutesAfter(third, 60) <= now ? third : monthsBefore(third, 1);
}
