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

const localDay = createParser({
  parse: (text) => z.iso.date().safeParse(text).data ?? null,
  serialize: (text: string) => text,
});

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** What of the list's address says which figure its calls are behind; days are those of the reporting zone. */
export const figureAddress = {
  metric: parseAsStringLiteral(metricIds),
  queuedFrom: localDay,
  queuedTo: localDay,
  /** 1 is Monday. */
  weekday: parseAsNumberLiteral([1, 2, 3, 4, 5, 6, 7] as const),
  hour: parseAsNumberLiteral(hours),
  /** A card of the playbook that was shown. */
  card: parseAsString,
};

/** Which figure the calls of a list are behind, and which part of it. */
export type BehindFigure = inferParserType<typeof figureAddress>;

/** The calls of no figure in particular. */
export const noFigure: BehindFigure = {
  ...{ metric: null, queuedFrom: null, queuedTo: null, weekday: null, hour: null, card: null },
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
  const { metric, queuedFrom, queuedTo, weekday, hour, card } = figure;
  const words = [
    metric && metricOf(metric).name,
    card && `card ${card}`,
    queuedFrom && queuedTo && daysInWords(queuedFrom, queuedTo, thisYear),
    queuedFrom && !queuedTo && `from ${daysInWords(queuedFrom, queuedFrom, thisYear)}`,
    queuedTo && !queuedFrom && `until ${daysInWords(queuedTo, queuedTo, thisYear)}`,
    weekday && weekdays[weekday - 1],
    hour !== null && `${hour}:00–${hour + 1}:00`,
  ].filter((one) => typeof one === 'string' && one !== '');
  return words.length > 0 ? words.join(', ') : null;
}

/** Whether an address asks for the calls of a figure. */
export function isBehindFigure(figure: BehindFigure): boolean {
  return Object.keys(noFigure).some((name) => figure[name as keyof BehindFigure] !== null);
}
