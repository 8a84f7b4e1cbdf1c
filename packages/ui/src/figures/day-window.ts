const HOUR_MS = 3_600_000;

/** The part of a day that is drawn, in epoch milliseconds. */
export interface DayWindow {
  fromMs: number;
  untilMs: number;
  /** Where a moment is between both, in percent. */
  share(ms: number): number;
}

/** Whole hours around all that happened; of a day without anything the whole day. */
export function dayWindow(
  parts: readonly { startMs: number; endMs: number | null }[],
  { startsAtMs, endsAtMs, nowMs }: { startsAtMs: number; endsAtMs: number; nowMs: number },
): DayWindow {
  const firstMs = Math.min(...parts.map(({ startMs }) => startMs));
  const lastMs = Math.max(...parts.map(({ endMs }) => endMs ?? nowMs));
  const isEmpty = parts.length === 0;
  // Hours are counted from the start of the day: zones of 30 and 45 minutes have theirs elsewhere.
  const hours = (ms: number) => (ms - startsAtMs) / HOUR_MS;
  const fromMs = isEmpty
    ? startsAtMs
    : Math.max(startsAtMs, startsAtMs + Math.floor(hours(firstMs)) * HOUR_MS);
  const untilMs = isEmpty
    ? endsAtMs
    : Math.min(endsAtMs, Math.max(fromMs, startsAtMs + Math.ceil(hours(lastMs)) * HOUR_MS));
  const spanMs = Math.max(HOUR_MS, untilMs - fromMs);
  const share = (ms: number) => Math.max(0, Math.min(100, ((ms - fromMs) / spanMs) * 100));
  return { fromMs, untilMs: fromMs + spanMs, share };
}

/** At most so many hours are written. */
const MOST_HOURS = 8;

/** The hours that are written below, evenly apart. */
export function hoursOf({ fromMs, untilMs }: DayWindow): number[] {
  const count = Math.floor((untilMs - fromMs) / HOUR_MS);
  const step = Math.ceil((count + 1) / MOST_HOURS);
  const marks = Math.floor(count / step) + 1;
  return Array.from({ length: marks }, (_, index) => fromMs + index * step * HOUR_MS);
}
