/** A day of a zone, with its weekday and the moments at which its hours begin. */
export interface ZoneDay {
  /** `2026-11-30`. */
  day: string;
  /** 1 is Monday. */
  weekday: number;
  /** When each of its 24 hours begins by the clock on the wall, in milliseconds since 1970. */
  hoursAtMs: readonly number[];
}

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** The days of a zone that lie in a span, whole ones, the first first. */
export function daysOfZone(fromMs: number, untilMs: number, zone: string): ZoneDay[] {
  const offset = offsetIn(zone);
  const days: ZoneDay[] = [];
  const firstMs = floorTo(fromMs + offset(fromMs), dayMs);
  const lastMs = floorTo(untilMs + offset(untilMs), dayMs);
  for (let wallMs = firstMs; wallMs <= lastMs; wallMs += dayMs) {
    days.push({
      day: new Date(wallMs).toISOString().slice(0, 10),
      weekday: new Date(wallMs).getUTCDay() || 7,
      hoursAtMs: Array.from({ length: 24 }, (_, hour) => {
        const wantedMs = wallMs + hour * hourMs;
        // The first guess is off by the change of the clocks at most, the second by nothing.
        const guessMs = wantedMs - offset(wantedMs);
        return wantedMs - offset(guessMs);
      }),
    });
  }
  return days;
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function offsetIn(zone: string): (atMs: number) => number {
  const format = new Intl.DateTimeFormat('en', {
    ...{ timeZone: zone, calendar: 'iso8601', numberingSystem: 'latn', hourCycle: 'h23' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  } as const);
  return (atMs) => {
    const parts = format.formatToParts(atMs);
    const part = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    const wallMs = Date.UTC(year, month - 1, day, hour, minute, second);
    return wallMs - floorTo(atMs, 1_000);
  };
}

function floorTo(value: number, step: number): number {
  return Math.floor(value / step) * step;
}
