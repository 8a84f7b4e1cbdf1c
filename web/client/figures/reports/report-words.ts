import { daysInWords } from '@agent/calls';
import type { FigureFilter, ReportKind, ReportSchedule } from '@agent/protocol';

/** What each kind of file is, for people. */
export const kindWords: Readonly<Record<ReportKind, { name: string; what: string }>> = {
  'calls.csv': { name: 'Calls as CSV', what: 'One line for each call. Holds any number.' },
  'calls.xlsx': { name: 'Calls for Excel', what: 'The same as a workbook, 20,000 calls at most.' },
  'figures.csv': {
    name: 'Figures as CSV',
    what: 'All figures by day, with what they are made of.',
  },
  'dashboard.pdf': { name: 'Dashboard as PDF', what: 'Figures, trends and definitions to read.' },
};

/** The days of a week, Monday first. */
export const weekdayNames = [
  ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
] as const;

/** When a report is made: `every day at 7:00`, `every Monday at 7:00`. */
export function whenInWords({
  every,
  weekday,
  hour,
}: Pick<ReportSchedule, 'every' | 'weekday' | 'hour'>) {
  const day = every === 'day' ? 'day' : weekdayNames[weekday - 1];
  return `every ${day} at ${hour}:00`;
}

/** Something with an id and a name. */
export interface Named {
  id: string;
  name: string;
}

/** What can be filtered by. */
export interface FilterChoices {
  queues: readonly Named[];
  agents: readonly Named[];
  outcomes: readonly Named[];
}

/** Of which calls: `all calls`, `Orders, Alex Agent`. */
export function filterInWords(
  { queue, agent, outcome }: FigureFilter,
  { queues, agents, outcomes }: FilterChoices,
): string {
  const nameOf = (all: readonly Named[], id: string | undefined) =>
    id === undefined ? [] : [all.find((one) => one.id === id)?.name ?? id];
  const outcomeName = outcome === 'abandoned' ? ['nobody answered'] : nameOf(outcomes, outcome);
  const names = [...nameOf(queues, queue), ...nameOf(agents, agent), ...outcomeName];
  return names.length > 0 ? names.join(', ') : 'all calls';
}

/** `34.2 MB`, `812 kB`. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** `24–30 Nov`. */
export function daysOfFile({ from, to, at }: { from: string; to: string; at: string }): string {
  return daysInWords(from, to, Number(at.slice(0, 4)));
}
