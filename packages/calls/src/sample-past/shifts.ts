import type { Agenda } from './agenda.ts';
import type { Draw } from './draw.ts';
import { SHIFT_HOURS } from './staff.ts';
import type { Worker } from './worker.ts';
import type { ZoneDay } from './zone-days.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Notes when somebody comes, takes breaks and goes, on each of these days on which it works. */
export function scheduleShifts({
  worker,
  days,
  fromMs,
  agenda,
  draw,
}: {
  worker: Worker;
  days: readonly ZoneDay[];
  /** Nothing is noted before. */
  fromMs: number;
  agenda: Agenda;
  draw: Draw;
}): void {
  const { hand } = worker;
  const at = (atMs: number, act: (atMs: number) => void) => {
    if (atMs >= fromMs) agenda.add(atMs, () => act(atMs));
  };
  for (const { weekday, hoursAtMs } of days) {
    if (hand.weekdaysOff.includes(weekday)) continue;
    const beginsMs = (hoursAtMs[hand.startsAtHour] ?? 0) + draw.whole(-6, 5) * minuteMs;
    const endsMs = beginsMs + SHIFT_HOURS * hourMs + draw.whole(-4, 8) * minuteMs;
    if (endsMs <= fromMs) continue;
    at(Math.max(fromMs, beginsMs), worker.comes);
    at(endsMs, worker.goes);
    const pause = (reason: Parameters<Worker['rest']>[0], afterMs: number, forMs: number) =>
      at(beginsMs + Math.round(afterMs), (atMs) => worker.wantsBreak(reason, forMs, atMs));
    pause('lunch', (3.4 + 1.2 * draw.share()) * hourMs, draw.duration(29 * minuteMs, 0.1));
    for (let count = 0; count < hand.shortBreaks; count += 1) {
      const afterMs = (1 + 6.6 * draw.share()) * hourMs;
      pause('short-break', afterMs, draw.duration(9 * minuteMs, 0.3));
    }
    if (draw.isOne(0.07)) pause('training', 2 * hourMs, 45 * minuteMs);
    if (draw.isOne(0.12)) pause('meeting', 6 * hourMs, 25 * minuteMs);
  }
}
