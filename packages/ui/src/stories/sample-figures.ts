import type { DayCall, DaySpan } from '../figures/day-timeline.tsx';
import type { HeatMapCell } from '../figures/heat-map.tsx';

/** When the day of the samples begins, in London. */
export const sampleDayMs = Date.parse('2026-11-23T00:00:00Z');
const minute = 60_000;
const at = (hour: number, minutes = 0) => sampleDayMs + (hour * 60 + minutes) * minute;

/** From the first status to the lunch break, then until now. */
export const sampleSpans: readonly DaySpan[] = [
  { status: 'available', startMs: at(8, 2), endMs: at(8, 11) },
  { status: 'offered', startMs: at(8, 11), endMs: at(8, 12) },
  { status: 'on-call', startMs: at(8, 12), endMs: at(8, 26) },
  { status: 'wrap-up', startMs: at(8, 26), endMs: at(8, 33) },
  { status: 'available', startMs: at(8, 33), endMs: at(9, 5) },
  { status: 'on-call', startMs: at(9, 5), endMs: at(9, 48) },
  { status: 'wrap-up', startMs: at(9, 48), endMs: at(10, 2) },
  { status: 'break', startMs: at(10, 2), endMs: at(10, 20), detail: 'short break' },
  { status: 'available', startMs: at(10, 20), endMs: at(10, 41) },
  { status: 'on-call', startMs: at(10, 41), endMs: at(11, 30) },
  { status: 'wrap-up', startMs: at(11, 30), endMs: at(11, 42) },
  { status: 'available', startMs: at(11, 42), endMs: at(12, 0) },
  { status: 'break', startMs: at(12, 0), endMs: at(12, 45), detail: 'lunch' },
  { status: 'available', startMs: at(12, 45), endMs: at(13, 10) },
  { status: 'on-call', startMs: at(13, 10), endMs: null },
];

/** The calls of that day; the last goes on. */
export const sampleDayCalls: readonly DayCall[] = [
  { callId: 'a', startMs: at(8, 12), endMs: at(8, 26), name: 'Maria Santos' },
  { callId: 'b', startMs: at(9, 5), endMs: at(9, 48), name: 'Tom Becker' },
  { callId: 'c', startMs: at(10, 41), endMs: at(11, 30), name: 'Nadia Haddad' },
  { callId: 'd', startMs: at(13, 10), endMs: null, name: 'Jan Kowalski' },
];

/** Calls of a week, most in the middle of weekdays, none at night. */
export const sampleHours: readonly HeatMapCell[] = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
  Array.from({ length: 24 }, (_, hour) => {
    const calls = callsAt(weekday, hour);
    const words = calls === 1 ? '1 call' : `${calls} calls`;
    return calls === 0
      ? { weekday, hour, value: null, words: 'no calls' }
      : { weekday, hour, value: calls, words, short: String(calls) };
  }),
);

function callsAt(weekday: number, hour: number): number {
  const most = weekday > 5 ? 24 : 96 - 7 * weekday;
  return Math.max(0, Math.round(most * Math.sin(((hour - 6) / 15) * Math.PI)));
}
