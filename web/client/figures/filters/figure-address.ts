import {
  type FigureSplit,
  figurePeriods,
  type MetricsQuery,
  metricIds,
  outcomeIdSchema,
  userIdSchema,
} from '@agent/protocol';
import {
  createParser,
  type inferParserType,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs';
import { z } from 'zod';

const day = createParser({
  parse: (text) => z.iso.date().safeParse(text).data ?? null,
  serialize: (text: string) => text,
});

/** Names a queue or an outcome. */
const slug = createParser({
  parse: (text) => outcomeIdSchema.safeParse(text).data ?? null,
  serialize: (text: string) => text,
});

const person = createParser({
  parse: (text) => userIdSchema.safeParse(text).data ?? null,
  serialize: (text: string) => text,
});

/** By what a trend can be drawn. */
export const trendSplits = [
  'hour',
  'day',
  'week',
  'agent',
  'queue',
] as const satisfies FigureSplit[];
/** By what a trend is drawn. */
export type TrendSplit = (typeof trendSplits)[number];

/** What of the figures' address says which calls they are of; what cannot be read of it counts as absent. */
export const filterAddress = {
  period: parseAsStringLiteral(figurePeriods).withDefault('today'),
  from: day,
  to: day,
  queue: slug,
  agent: person,
  outcome: slug,
};

/** What the map of a week can show. */
export const mapFigures = ['offered', 'service-level'] as const;

/** What else the page of figures keeps in its address. */
export const trendAddress = {
  figure: parseAsStringLiteral(metricIds).withDefault('offered'),
  /** Absent: as fits the period. */
  by: parseAsStringLiteral(trendSplits),
  compare: parseAsBoolean.withDefault(true),
  trend: parseAsStringLiteral(['chart', 'table'] as const).withDefault('chart'),
  hours: parseAsStringLiteral(mapFigures).withDefault('offered'),
  week: parseAsStringLiteral(['chart', 'table'] as const).withDefault('chart'),
};

/** What a page about one agent keeps in its address besides. */
export const dayAddress = { day };

/** What the table of agents keeps in its address besides. */
export const agentsAddress = {
  name: parseAsString.withDefault(''),
  sort: parseAsStringLiteral(['name', ...metricIds] as const).withDefault('name'),
  order: parseAsStringLiteral(['up', 'down'] as const).withDefault('up'),
};

/** Which calls figures are of, as the address has it. */
export type FilterAddress = inferParserType<typeof filterAddress>;

/** What is asked of the server; own days count once both are there. */
export function figuresQuery(
  { period, from, to, queue, agent, outcome }: FilterAddress,
  by?: FigureSplit,
): MetricsQuery {
  const isOwn = period === 'own' && from !== null && to !== null;
  const asked = {
    ...(isOwn ? { from, to } : { period: period === 'own' ? 'today' : period }),
    ...{ queue, agent, outcome, by },
  };
  const given = Object.entries(asked).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given) as MetricsQuery;
}

const daysOf = { today: 1, yesterday: 1, '7-days': 7, '28-days': 28, '90-days': 90 } as const;

/** How many days an address asks for; at least one. */
export function daysAsked({ period, from, to }: FilterAddress): number {
  if (period !== 'own') return daysOf[period];
  if (!from || !to) return 1;
  return Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1);
}

/** Whether figures may still change while one looks at them. */
export function includesToday({ period }: Pick<FilterAddress, 'period'>): boolean {
  return period !== 'yesterday' && period !== 'own';
}

/** Into what so many days can be split: neither hundreds of points nor a single one. */
export function splitsFor(days: number): readonly TrendSplit[] {
  return trendSplits.filter((split) => {
    if (split === 'hour') return days <= 7;
    if (split === 'day') return days > 1 && days <= 184;
    return split === 'week' ? days >= 14 : true;
  });
}

/** Into what so many days are split unless somebody chooses. */
export function usualSplit(days: number): 'hour' | 'day' | 'week' {
  if (days === 1) return 'hour';
  return days <= 92 ? 'day' : 'week';
}
