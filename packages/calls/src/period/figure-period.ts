import type { FigureRange } from '@agent/protocol';
import { Temporal } from 'temporal-polyfill';

/** Days of a zone, and when they begin and end. A day has 23 to 25 hours where clocks are changed. */
export interface FigurePeriod {
  /** The first day: `2026-11-24`. */
  from: string;
  /** The last day. */
  to: string;
  startsAt: Date;
  /** The first moment that is not in it. */
  endsAt: Date;
}

/** The period that another one is compared with. */
export interface PreviousPeriod extends FigurePeriod {
  /** Whether it ends within its last day, as the other one has come no further yet. */
  isCutShort: boolean;
}

/** Where and when somebody asks. */
export interface PeriodContext {
  /** The reporting zone, by its IANA name. */
  zone: string;
  now: Date;
}

/** Days of the periods that have a name, with today. */
const daysOf = { '7-days': 7, '28-days': 28, '90-days': 90 } as const;
const DAYS_OF_WEEK = 7;

/** The days that somebody asks for, by name or from and to; today when nothing is said. */
export function figurePeriod(
  { period, from, to }: FigureRange,
  context: PeriodContext,
): FigurePeriod {
  const today = localDay(context);
  if (from && to)
    return between(Temporal.PlainDate.from(from), Temporal.PlainDate.from(to), context.zone);
  switch (period) {
    case 'yesterday': {
      const yesterday = today.subtract({ days: 1 });
      return between(yesterday, yesterday, context.zone);
    }
    case '7-days':
    case '28-days':
    case '90-days':
      return between(today.subtract({ days: daysOf[period] - 1 }), today, context.zone);
    case 'today':
    case 'own':
    case undefined:
      return between(today, today, context.zone);
    default:
      return period satisfies never;
  }
}

/**
 * As many days before: of seven and more those of the same weekdays, of today the same weekday a week ago.
 * While the period goes on, the one before ends at the same time of day.
 */
export function periodBefore(
  { from, to, startsAt, endsAt }: FigurePeriod,
  { zone, now }: PeriodContext,
): PreviousPeriod {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  const goesOn = startsAt <= now && now < endsAt;
  const days = first.until(last).days + 1;
  const isToday = goesOn && days === 1;
  const back = {
    days: days < DAYS_OF_WEEK && !isToday ? days : Math.ceil(days / DAYS_OF_WEEK) * DAYS_OF_WEEK,
  };
  const before = between(first.subtract(back), last.subtract(back), zone);
  if (!goesOn) return { ...before, isCutShort: false };
  const sameTime = zoned(now, zone).toPlainDateTime().subtract(back).toZonedDateTime(zone);
  const ends = new Date(Math.min(sameTime.epochMilliseconds, before.endsAt.getTime()));
  return {
    ...before,
    to: localDay({ zone, now: ends }).toString(),
    endsAt: ends,
    isCutShort: true,
  };
}

/** Every day from one to another, both included. */
export function daysFrom(from: string, to: string): string[] {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  return Array.from({ length: first.until(last).days + 1 }, (_, index) =>
    first.add({ days: index }).toString(),
  );
}

/** The hours of a period by their first moment; clocks that are put back have one of them twice. */
export function hoursOf(
  { startsAt, endsAt }: Pick<FigurePeriod, 'startsAt' | 'endsAt'>,
  zone: string,
): Date[] {
  const hours: Date[] = [];
  let at = zoned(startsAt, zone);
  while (at.epochMilliseconds < endsAt.getTime()) {
    hours.push(new Date(at.epochMilliseconds));
    at = nextHour(at);
  }
  return hours;
}

/** The day of a zone in which a moment lies: `2026-11-30`. */
export function dayOfZone(context: PeriodContext): string {
  return localDay(context).toString();
}

/** A moment as its zone tells it, to the second, with the offset: `2026-11-30T14:00:00+01:00`. */
export function inZone(moment: Date, zone: string): string {
  return zoned(moment, zone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

function between(first: Temporal.PlainDate, last: Temporal.PlainDate, zone: string): FigurePeriod {
  return {
    ...{ from: first.toString(), to: last.toString() },
    startsAt: beginOf(first, zone),
    endsAt: beginOf(last.add({ days: 1 }), zone),
  };
}

/** When the clock shows the next hour. Some zones change theirs by half an hour, within one or into one. */
function nextHour(at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const next = at.add({ minutes: 60 - at.minute });
  return next.minute === 0 || next.hour !== at.hour
    ? next
    : next.add({ minutes: 60 - next.minute });
}

/** Midnight, or the first moment of a day that has none. */
function beginOf(day: Temporal.PlainDate, zone: string): Date {
  return new Date(day.toZonedDateTime(zone).epochMilliseconds);
}

function localDay({ zone, now }: PeriodContext): Temporal.PlainDate {
  return zoned(now, zone).toPlainDate();
}

function zoned(moment: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone);
}
