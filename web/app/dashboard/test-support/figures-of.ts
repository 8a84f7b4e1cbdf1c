import type { MetricGroup, Metrics } from '@agent/protocol';
import {
  fakeAgents,
  fakeGroup,
  fakeHours,
  fakeMetrics,
  fakeWeek,
} from '#client/test-support/fake-figures.ts';

/** What a server with a busy past answers to a question about figures. */
export function figuresOf(query: URLSearchParams): Metrics {
  const isBefore = query.get('from') === '2026-10-06';
  const groups = groupsBy(query.get('by'), isBefore ? 0.8 : 1);
  const isLong = query.get('period')?.endsWith('days') ?? query.has('from');
  if (!isLong) return fakeMetrics({ groups });
  return fakeMetrics({
    groups,
    period: days('2026-11-03', '2026-11-30'),
    previousPeriod: { ...days('2026-10-06', '2026-11-02'), isCutShort: true },
  });
}

function days(from: string, to: string) {
  return { from, to, startsAt: `${from}T00:00:00Z`, endsAt: `${to}T23:00:00Z` };
}

function groupsBy(by: string | null, scale: number): MetricGroup[] {
  switch (by) {
    case 'hour':
      return [...fakeHours];
    case 'agent':
      return [...fakeAgents];
    case 'queue':
      return [fakeGroup('main', 0.7, 'Main'), fakeGroup('billing', 0.3, 'Billing')];
    case 'weekday-hour':
      return [...fakeWeek];
    case 'day':
    case 'week':
      return Array.from({ length: 28 }, (_, index) => {
        const day = new Date(Date.UTC(2026, 10, 3 + index)).toISOString().slice(0, 10);
        return fakeGroup(day, scale * (isWeekend(index) ? 0.3 : 1 + 0.2 * Math.sin(index * scale)));
      });
    default:
      return [];
  }
}

/** The first day is a Tuesday. */
function isWeekend(index: number): boolean {
  return index % 7 === 4 || index % 7 === 5;
}
