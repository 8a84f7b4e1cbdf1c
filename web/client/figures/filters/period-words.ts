import { daysInWords } from '@agent/calls';
import type { FigurePeriodName, Metrics } from '@agent/protocol';

/** Periods by name, as one chooses them. */
export const periodNames: Readonly<Record<FigurePeriodName, string>> = {
  today: 'Today',
  yesterday: 'Yesterday',
  '7-days': '7 days',
  '28-days': '28 days',
  '90-days': '90 days',
  own: 'Own days',
};

/** Of which days figures are and with which they are compared, in a line. */
export function periodInWords({
  period,
  previousPeriod,
  at,
  zone,
}: Pick<Metrics, 'period' | 'previousPeriod' | 'at' | 'zone'>): string {
  const year = Number(at.slice(0, 4));
  const days = daysInWords(period.from, period.to, year);
  const before = daysInWords(previousPeriod.from, previousPeriod.to, year);
  const sameHours = previousPeriod.isCutShort ? ' until the same time' : '';
  return `${days}, compared with ${before}${sameHours} · ${zone}`;
}

/** What a series of now and one of the period before are called. */
export function seriesNames({
  period,
  previousPeriod,
  at,
}: Metrics): [now: string, before: string] {
  const year = Number(at.slice(0, 4));
  return [
    daysInWords(period.from, period.to, year),
    daysInWords(previousPeriod.from, previousPeriod.to, year),
  ];
}
