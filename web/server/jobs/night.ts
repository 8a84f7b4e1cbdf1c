/** From which hour on, in which zone, something that is done at night is due. */
export interface Night {
  hour: number;
  reportZone: string;
}

/** Whether something that was done last at `last` (undefined: never) is due again: a night has begun since. */
export function isDueAtNight(last: Date | undefined, now: Date, night: Night): boolean {
  return last === undefined || nightOf(last, night) < nightOf(now, night);
}

/** The day with whose night a moment counts: until that hour, in that zone, the day before. */
function nightOf(time: Date, { hour, reportZone }: Night): string {
  const format = new Intl.DateTimeFormat('en', {
    ...{ timeZone: reportZone, calendar: 'iso8601', numberingSystem: 'latn', hourCycle: 'h23' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric' },
  } as const);
  const part = Object.fromEntries(
    format.formatToParts(time).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour: localHour = 0 } = part;
  return new Date(Date.UTC(year, month - 1, localHour < hour ? day - 1 : day)).toISOString();
}
