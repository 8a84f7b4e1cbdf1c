import { figurePeriods } from '@agent/protocol';
import { type inferParserType, parseAsArrayOf, parseAsStringLiteral } from 'nuqs';
import { filterAddress } from '../filters/figure-address.ts';

/** By what cards can be sorted where it stands what became of their suggestions. */
export const suggestionColumns = [
  'name',
  'seen',
  'accepted',
  'edited',
  'dismissed',
  'markedWrong',
  'expired',
  'unseen',
] as const;
/** A column of what became of suggestions. */
export type SuggestionColumn = (typeof suggestionColumns)[number];

/** By what cards can be sorted where it stands how customers sounded. */
export const moodColumns = ['name', 'n', 'start', 'end', 'change'] as const;
/** A column of how customers sounded. */
export type MoodColumn = (typeof moodColumns)[number];

/** What begins with its first rows until all are asked for. */
export const topicParts = ['cards', 'outcomes', 'suggestions', 'moods'] as const;
/** A list or table of the page. */
export type TopicPart = (typeof topicParts)[number];

const orders = ['up', 'down'] as const;
const views = ['chart', 'table'] as const;

/** Which calls are looked at. A single day tells little about what calls are about, so it begins with four weeks. */
export const topicFilterAddress = {
  period: parseAsStringLiteral(figurePeriods).withDefault('28-days'),
  from: filterAddress.from,
  to: filterAddress.to,
  queue: filterAddress.queue,
  agent: filterAddress.agent,
};

/** How the page shows them. */
export const topicViewAddress = {
  cards: parseAsStringLiteral(views).withDefault('chart'),
  outcomes: parseAsStringLiteral(views).withDefault('chart'),
  sort: parseAsStringLiteral(suggestionColumns).withDefault('seen'),
  order: parseAsStringLiteral(orders).withDefault('down'),
  moodSort: parseAsStringLiteral(moodColumns).withDefault('change'),
  moodOrder: parseAsStringLiteral(orders).withDefault('up'),
  /** Of which all rows are shown. */
  all: parseAsArrayOf(parseAsStringLiteral(topicParts)).withDefault([]),
};
/** How the page shows them, as its address has it. */
export type TopicViewAddress = inferParserType<typeof topicViewAddress>;
