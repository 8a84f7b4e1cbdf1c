import { daysInWords, metricOf } from '@agent/calls';
import { metricIds } from '@agent/protocol';
import {
  createParser,
  type inferParserType,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs';
import { z } from 'zod';

const dayOrMoment = createParser({
  parse: (text) =>
    z.iso
      .date()
      .or(z.iso.datetime({ offset: true }))
      .safeParse(text).data ?? null,
  serialize: (text: string) => text,
});

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** What of the list's address says which figure its calls are behind; days are those of the reporting zone, alerts have moments. */
export const figureAddress = {
  metric: parseAsStringLiteral(metricIds),
  queuedFrom: dayOrMoment,
  queuedTo: dayOrMoment,
  /** 1 is Monday. */
  weekday: parseAsNumberLiteral([1, 2, 3, 4, 5, 6, 7] as const),
  hour: parseAsNumberLiteral(hours),
  /** A card of the playbook that was shown. */
  card: parseAsString,
  /** An order of the directory was named, or none was. */
  orderNamed: parseAsStringLiteral(['yes', 'no'] as const),
};

/** Which figure the calls of a list are behind, and which part of it. */
export type BehindFigure = inferParserType<typeof figureAddress>;

/** The calls of no figure in particular. */
export const noFigure: BehindFigure = {
  ...{ metric: null, queuedFrom: null, queuedTo: null, weekday: null, hour: null, card: null },
  orderNamed: null,
};

const weekdays = [
  'Mondays',
  'Tuesdays',
  'Wednesdays',
  'Thursdays',
  'Fridays',
  'Saturdays',
  'Sundays',
];

/** What the calls are behind: `Abandon rate, 24–30 Nov`; null when they are behind nothing in particular. */
export function figureInWords(figure: BehindFigure, thisYear: number): string | null {
  const { metric, queuedFrom, queuedTo, weekday, hour, card, orderNamed } = figure;
  const words = [
    metric && metricOf(metric).name,
    card && `card ${card}`,
    orderNamed && (orderNamed === 'yes' ? 'an order was named' : 'no order was named'),
    queuedInWords(queuedFrom, queuedTo, thisYear),
    weekday && weekdays[weekday - 1],
    hour !== null && `${hour}:00–${hour + 1}:00`,
  ].filter((one) => typeof one === 'string' && one !== '');
  return words.length > 0 ? words.join(', ') : null;
}

function queuedInWords(from: string | null, to: string | null, thisYear: number): string | null {
  if (from && to)
    return isDay(from) && isDay(to) ? daysInWords(from, to, thisYear) : momentsInWords(from, to);
  if (from) return `from ${isDay(from) ? daysInWords(from, from, thisYear) : momentInWords(from)}`;
  return to && `until ${isDay(to) ? daysInWords(to, to, thisYear) : momentInWords(to)}`;
}

const moment = new Intl.DateTimeFormat('en-GB', {
  ...{ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
});

/** In the time of this browser, as lists of calls have it. */
function momentsInWords(from: string, to: string): string {
  return moment.formatRange(new Date(from), new Date(to));
}

function momentInWords(at: string): string {
  return moment.format(new Date(at));
}

function isDay(dayOrMoment: string): boolean {
  return dayOrMoment.length === '2026-11-30'.length;
}

/** Whether an address asks for the calls of a figure. */
export function isBehindFigure(figure: BehindFigure): boolean {
  return Object.keys(noFigure).some((name) => figure[name as keyof BehindFigure] !== null);
}
