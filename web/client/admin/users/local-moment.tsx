'use client';

const format = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** A day and a time of day, as the clock on this desk has it. For what is only drawn in browsers. */
export function LocalMoment({ at }: { at: string }) {
  return <time dateTime={at}>{format.format(new Date(at))}</time>;
}
