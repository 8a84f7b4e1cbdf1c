import type { SessionFilterValue } from '@agent/ui/sessions';

/** From when to when, as ISO 8601; what is absent is open. */
export interface Bounds {
  from?: string;
  /** The first moment that is not part of it. */
  to?: string;
}

/**
 * A period in moments. Days begin at midnight of this browser, so that "today" is that of the person who
 * asks, wherever the server stands.
 */
export function sessionPeriod(
  { period, from, to }: Pick<SessionFilterValue, 'period' | 'from' | 'to'>,
  now: Date,
): Bounds {
  switch (period) {
    case 'any':
      return {};
    case 'today':
      return { from: midnight(now, 0) };
    case 'yesterday':
      return { from: midnight(now, -1), to: midnight(now, 0) };
    case '7-days':
      return { from: midnight(now, -6) };
    case '30-days':
      return { from: midnight(now, -29) };
    case 'days':
      return {
        ...(from && { from: midnight(dayOf(from), 0) }),
        ...(to && { to: midnight(dayOf(to), 1) }),
      };
    default:
      return period satisfies never;
  }
}

/** The midnight with which a day begins that is so many days from another. */
function midnight(day: Date, days: number): string {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).toISOString();
}

function dayOf(text: string): Date {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  return new Date(year, month - 1, day);
}
