import {
  countChangeInWords,
  daysInWords,
  formatCount,
  formatFigure,
  formatShare,
  moodChangeInWords,
  topicFigures,
  whyNoTopicValue,
} from '@agent/calls';
import type { Analytics, CardMood, CardTopic, TopicCalls } from '@agent/protocol';
import type { SortColumn } from './sort-rows.ts';
import type { MoodColumn, SuggestionColumn } from './topic-address.ts';

/** What stands for a value that there is not. */
export const NONE = '–';

const stateWords = { 'in-use': null, off: 'switched off', removed: 'removed' } as const;

/** What became of a card since, in words; null of one that is in use. */
export function cardStateInWords({ state }: Pick<CardTopic, 'state'>): string | null {
  return stateWords[state];
}

/** A topic as a row of a list tells it. */
export interface TopicRow {
  key: string;
  name: string;
  note: string | null;
  calls: TopicCalls;
}

/** Cards that came up, in their order. */
export function cardRows(cards: readonly CardTopic[]): TopicRow[] {
  return cards.map(({ id, name, calls, ...card }) => ({
    ...{ key: id, name, calls },
    note: cardStateInWords(card),
  }));
}

/** Outcomes, in their order. */
export function outcomeRows(outcomes: Analytics['outcomes']): TopicRow[] {
  return outcomes.map(({ id, name, calls }) => ({ key: id ?? '', name, calls, note: null }));
}

/** `12.4 %`, or `–`. */
export function shareInWords({ share }: Pick<TopicCalls, 'share'>): string {
  return share === null ? NONE : formatShare(share);
}

/** Against the period before: `12 more`; where nothing is on record of it, that. */
export function changeOfCalls({ n, previous }: TopicCalls): string {
  return previous ? countChangeInWords(n, previous.n) : 'nothing on record before';
}

/** What the numbers of a trend are of: `busiest 24 Nov: 31`; null without calls. */
export function trendInWords(
  { trend }: TopicCalls,
  { steps, step, at }: Pick<Analytics, 'steps' | 'step' | 'at'>,
): string | null {
  const most = Math.max(0, ...trend.map((n) => n ?? 0));
  const place = steps[trend.indexOf(most)];
  if (most === 0 || place === undefined || steps.length < 2) return null;
  const day = daysInWords(place, place, Number(at.slice(0, 4)));
  return `most ${step === 'day' ? 'on' : 'in the week of'} ${day}: ${formatCount(most)}`;
}

/** The columns of what became of suggestions. */
export const suggestionTable: Readonly<Record<SuggestionColumn, SortColumn<CardTopic>>> = {
  name: { label: 'Card', value: ({ name }) => name, words: ({ name }) => name },
  seen: countColumn('Seen', ({ suggestions }) => suggestions.seen),
  accepted: shareColumn('Used as is', ({ suggestions }) => suggestions.accepted),
  edited: shareColumn('Edited', ({ suggestions }) => suggestions.edited),
  dismissed: shareColumn('Dismissed', ({ suggestions }) => suggestions.dismissed),
  markedWrong: shareColumn('Marked wrong', ({ suggestions }) => suggestions.markedWrong),
  expired: shareColumn('Expired unused', ({ suggestions }) => suggestions.expired),
  unseen: countColumn('Gone unseen', ({ suggestions }) => suggestions.unseen),
};

/** The columns of how customers sounded. */
export const moodTable: Readonly<Record<MoodColumn, SortColumn<CardTopic>>> = {
  name: { label: 'Card', value: ({ name }) => name, words: ({ name }) => name },
  n: countColumn('Scored calls', ({ mood }) => mood.n),
  start: scoreColumn('At the start', ({ mood }) => mood.start),
  end: scoreColumn('At the end', ({ mood }) => mood.end),
  change: {
    label: 'Change',
    value: ({ mood }) => (mood.start === null || mood.end === null ? null : mood.end - mood.start),
    words: ({ mood }) => moodInWords(mood),
  },
};

/** Why a card has no shares; null where it has. */
export function whyNoShares({ suggestions: { why, seen } }: CardTopic): string | null {
  return why && whyNoTopicValue(topicFigures.suggestions, why, seen);
}

/** Why nothing is said about how customers sounded; null where it is. */
export function whyNoMood({ mood: { why, n } }: CardTopic): string | null {
  return why && whyNoTopicValue(topicFigures.moods, why, n);
}

function moodInWords({ start, end }: CardMood): string {
  return start === null || end === null ? NONE : moodChangeInWords(start, end);
}

function countColumn(label: string, of: (card: CardTopic) => number): SortColumn<CardTopic> {
  return { label, value: of, words: (card) => formatCount(of(card)) };
}

function shareColumn(label: string, of: (card: CardTopic) => number): SortColumn<CardTopic> {
  const value = (card: CardTopic) =>
    card.suggestions.why ? null : of(card) / card.suggestions.seen;
  return { label, value, words: (card) => shareInWords({ share: value(card) }) };
}

function scoreColumn(label: string, of: (card: CardTopic) => number | null): SortColumn<CardTopic> {
  const words = (score: number | null) => (score === null ? NONE : formatFigure('score', score));
  return { label, value: of, words: (card) => words(of(card)) };
}
