/** What is needed of a session to put it under its day. */
interface Ended {
  endedAt: string;
}

/** The sessions of one day. */
export interface SessionDay<T extends Ended> {
  /** `2026-11-23`. */
  key: string;
  /** A moment of it, epoch milliseconds. */
  atMs: number;
  sessions: readonly T[];
}

/** The day of a moment as `2026-11-23`, in a time zone (default: that of this machine). */
export function dayOf(atMs: number, timeZone: string | undefined): string {
  const parts = new Intl.DateTimeFormat('en', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone,
  }).formatToParts(atMs);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/**
 * Groups sessions by the day on which they ended, which is what they are ordered by; the order stays.
 */
export function sessionDays<T extends Ended>(
  sessions: readonly T[],
  timeZone: string | undefined,
): SessionDay<T>[] {
  const days: { key: string; atMs: number; sessions: T[] }[] = [];
  for (const session of sessions) {
    const atMs = Date.parse(session.endedAt);
    const key = dayOf(atMs, timeZone);
    const last = days.at(-1);
    if (last?.key === key) last.sessions.push(session);
    else days.push({ key, atMs, sessions: [session] });
  }
  return days;
}

/** Which day it is beside that of `nowMs`. */
export function dayBeside(
  key: string,
  nowMs: number,
  timeZone: string | undefined,
): 'today' | 'yesterday' | 'another' {
  const today = dayOf(nowMs, timeZone);
  if (key === today) return 'today';
  return key === before(today) ? 'yesterday' : 'another';
}

/** The day before, whatever clocks do in the night between. */
function before(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
