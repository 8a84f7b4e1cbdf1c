import { outcomeIdSchema, type SessionQuery } from '@agent/protocol';
import { noSessionFilters, type SessionFilterValue } from '@agent/ui/sessions';
import {
  createParser,
  type inferParserType,
  parseAsInteger,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs';
import { z } from 'zod';
import { type BehindFigure, figureAddress, isBehindFigure } from './behind-figure.ts';
import { sessionPeriod } from './session-period.ts';

const day = createParser({
  parse: (text) => z.iso.date().safeParse(text).data ?? null,
  serialize: (text: string) => text,
});

/** Names a queue or an outcome. */
const slug = createParser({
  parse: (text) => outcomeIdSchema.safeParse(text).data ?? null,
  serialize: (text: string) => text,
});

/** What the address of the list holds; what cannot be read of it counts as absent. */
export const sessionAddress = {
  query: parseAsString.withDefault(''),
  agent: parseAsString,
  period: parseAsStringLiteral([
    'any',
    'today',
    'yesterday',
    '7-days',
    '30-days',
    'days',
  ] as const).withDefault('any'),
  from: day,
  to: day,
  queue: slug,
  outcome: slug,
  rating: parseAsNumberLiteral([1, 2, 3, 4, 5] as const),
  sentiment: parseAsStringLiteral(['ends-negative', 'ends-neutral', 'ends-positive'] as const),
  recorded: parseAsStringLiteral(['yes', 'no'] as const),
  order: parseAsString.withDefault(''),
  ...figureAddress,
  /** How many pages of the list are shown. */
  pages: parseAsInteger.withDefault(1),
  /** The call that is selected. */
  call: parseAsString,
};

/** The address as it is read. */
export type SessionAddress = inferParserType<typeof sessionAddress>;

/** What narrows the list: what one chooses above it, and the figure that led to it. */
export type ListFilters = SessionFilterValue & BehindFigure;

/** What of an address narrows the list. */
export function filtersOf({ pages: _pages, call: _call, ...filters }: SessionAddress) {
  return filters satisfies ListFilters;
}

/** What is asked of the server for these filters. */
export function sessionQuery(
  { query, order, period, from, to, agent, ...closed }: ListFilters,
  now: Date,
): SessionQuery {
  const asked = {
    ...closed,
    agent,
    query: query.trim() || null,
    order: order.trim() || null,
    ...sessionPeriod({ period, from, to }, now),
  };
  const given = Object.entries(asked).filter(([, value]) => value !== null);
  return Object.fromEntries(given) as SessionQuery;
}

/** Whether any call would be in the list. */
export function isUnfiltered(filters: ListFilters): boolean {
  return !isBehindFigure(filters) && isEqual(chosenOf(filters), noSessionFilters);
}

/** What was chosen above the list, without the figure. */
export function chosenOf(filters: ListFilters): SessionFilterValue {
  const names = Object.keys(noSessionFilters) as (keyof SessionFilterValue)[];
  return Object.fromEntries(
    names.map((name) => [name, filters[name]]),
  ) as unknown as SessionFilterValue;
}

function isEqual(one: SessionFilterValue, other: SessionFilterValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
